package vn.sencrm.customer.attribute;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.file.FileStore;
import vn.sencrm.file.FileType;
import vn.sencrm.file.StoredFile;
import vn.sencrm.file.Uploads;
import vn.sencrm.identity.CurrentUser;
import vn.sencrm.identity.Right;

/**
 * Pictures and films that are values of attributes. A file is sent first and referred to by its number when the customer
 * is saved; until then only its sender sees it, then whoever sees the customer.
 */
@Stateless
public class AttributeFiles {

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
        InputStream in = new BufferedInputStream(content, 1 << 16);
        FileType type = FileType.of(FileType.head(in))
                .filter(attribute.type().files()::contains)
                .orElseThrow(() -> new UnreadableMediaException(attribute.type()));
        String plain = Uploads.plainName(name);
        StoredFile file = files.store(
                plain.isEmpty() ? code : plain,
                type.contentType(),
                in,
                config.maxBytes(attribute.type()),
                currentUser.id());
        sql.insert(file.id(), attribute.id());
        return file;
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
