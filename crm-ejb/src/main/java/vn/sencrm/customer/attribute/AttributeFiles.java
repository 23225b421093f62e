package vn.sencrm.customer.attribute;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.common.TextFold;
import vn.sencrm.file.FileStore;
import vn.sencrm.file.StoredFile;
import vn.sencrm.identity.CurrentUser;
import vn.sencrm.identity.Right;

/**
 * Pictures and films that are values of attributes. A file is sent first and referred to by its number when the customer
 * is saved; until then only its sender sees it, then whoever sees the customer.
 */
@Stateless
public class AttributeFiles {

    private static final int NAME_LIMIT = 200;

    @Inject
    AttributesSql attributes;

    @Inject
    AttributeFileSql sql;

    @Inject
    AttributeConfig config;

    @Inject
    FileStore files;

    @Inject
    CurrentUser currentUser;

    /**
     * Takes a file in.
     *
     * @param code of the attribute whose value it is to be
     * @throws UnreadableMediaException when its first bytes are not those of a format that is taken
     * @throws vn.sencrm.file.FileTooLargeException beyond the limit of its type
     */
    @RolesAllowed({Right.CUSTOMER_CREATE, Right.CUSTOMER_EDIT})
    public StoredFile store(String code, String name, InputStream content) throws IOException {
        Attribute attribute = attributes
                .load()
                .find(code)
                .filter(found -> found.type().isFile() && !found.archived())
                .orElseThrow(() -> new NotFoundException("customer-attribute", code));
        byte[] head = content.readNBytes(MediaType.HEAD);
        MediaType media =
                MediaType.of(head, attribute.type()).orElseThrow(() -> new UnreadableMediaException(attribute.type()));
        StoredFile file = files.store(
                shortened(name, media),
                media.contentType(),
                new SequenceInputStream(new ByteArrayInputStream(head), content),
                config.maxBytes(attribute.type()),
                currentUser.id());
        sql.insert(file.id(), attribute.id());
        return file;
    }

    /** The end of a long name, which has what sort it is. */
    private static String shortened(String given, MediaType media) {
        String name = given == null ? "" : TextFold.clean(given);
        if (name.isEmpty()) {
            return media.name().toLowerCase(java.util.Locale.ROOT);
        }
        return name.length() > NAME_LIMIT ? name.substring(name.length() - NAME_LIMIT) : name;
    }

    /** @throws NotFoundException when there is none, or it is no value of a customer whom the caller sees, nor their own */
    @RolesAllowed(Right.CUSTOMER_VIEW)
    public StoredFile get(long id) {
        if (!sql.isVisible(id, currentUser.get())) {
            throw new NotFoundException("file", id);
        }
        return files.get(id);
    }

    /** The largest file of a type in megabytes. */
    @RolesAllowed({Right.CUSTOMER_CREATE, Right.CUSTOMER_EDIT})
    public int maxMegabytes(AttributeType type) {
        return config.maxMegabytes(type);
    }

    /** The content of a file that {@link #get} gave; each piece is fetched when it is reached. */
    @RolesAllowed(Right.CUSTOMER_VIEW)
    public InputStream open(StoredFile file) {
        return files.open(get(file.id()).id());
    }
}
