package vn.sencrm.customer.attachment;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import vn.sencrm.audit.AuditSql;
import vn.sencrm.audit.Cause;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.customer.CustomerAccess;
import vn.sencrm.file.FileConfig;
import vn.sencrm.file.FileStore;
import vn.sencrm.file.FileTooLargeException;
import vn.sencrm.file.FileTypeException;
import vn.sencrm.file.StoredFile;
import vn.sencrm.file.Upload;
import vn.sencrm.file.Uploads;
import vn.sencrm.identity.CurrentUser;
import vn.sencrm.identity.Right;

/** Files of customers (CUS-21): who sees a customer reads its files and adds to them. */
@Stateless
@RolesAllowed(Right.CUSTOMER_VIEW)
public class Attachments {

    private static final String ENTITY = "file";

    @Inject
    AttachmentSql sql;

    @Inject
    CustomerAccess access;

    @Inject
    Uploads uploads;

    @Inject
    FileStore files;

    @Inject
    FileConfig config;

    @Inject
    AuditSql audit;

    @Inject
    CurrentUser currentUser;

    @Inject
    Clock clock;

    /**
     * Attaches a file to a customer.
     *
     * @param commentId the comment to which it belongs, or null
     * @throws NotFoundException when there is no such customer or the caller may not see it
     * @throws FileTypeException when its kind is not taken, or it is not what its name says
     * @throws FileTooLargeException as soon as it passes the limit
     */
    public Attachment attach(long customerId, Long commentId, Upload upload, Cause cause) {
        access.holdVisible(customerId);
        StoredFile file = uploads.take(upload, currentUser.id());
        sql.insert(file.id(), customerId, commentId);
        audit.write(
                clock.instant(),
                currentUser.id(),
                cause,
                ENTITY,
                file.id(),
                1,
                AuditSql.CREATE,
                null,
                json(customerId, file.name()));
        return find(customerId, file.id());
    }

    /** The newest files of a customer, newest first. */
    public List<Attachment> newest(long customerId, int limit) {
        access.requireVisible(customerId);
        return sql.newest(customerId, limit, currentUser.id());
    }

    public long count(long customerId) {
        access.requireVisible(customerId);
        return sql.count(customerId);
    }

    /** @throws NotFoundException when there is none, or the caller may not see the customer */
    public Attachment get(long customerId, long id) {
        access.requireVisible(customerId);
        return find(customerId, id);
    }

    /** The content of a file that {@link #get} gave. */
    public InputStream open(Attachment attachment) {
        return files.open(get(attachment.customerId(), attachment.id()).id());
    }

    /**
     * Deletes a file that the caller attached; with the right to delete customers, any.
     *
     * @throws NotFoundException when there is none, or it is not the caller's to delete
     */
    public void delete(long customerId, long id, Cause cause) {
        Attachment attachment = get(customerId, id);
        if (!attachment.mine() && !currentUser.get().may(Right.CUSTOMER_DELETE)) {
            throw new NotFoundException(ENTITY, id);
        }
        files.delete(id);
        audit.write(
                clock.instant(),
                currentUser.id(),
                cause,
                ENTITY,
                id,
                2,
                AuditSql.DELETE,
                json(customerId, attachment.name()),
                json(customerId, null));
    }

    /** What a file may be at most, in MB. */
    public int maxMegabytes() {
        return config.maxMegabytes();
    }

    /** The endings of names that are taken. */
    public List<String> types() {
        return config.types();
    }

    private Attachment find(long customerId, long id) {
        return sql.find(customerId, id, currentUser.id()).orElseThrow(() -> new NotFoundException(ENTITY, id));
    }

    private static String json(long customerId, String name) {
        var json = JSON.createObjectBuilder().add("customer", customerId);
        return (name == null ? json.addNull("name") : json.add("name", name))
                .build()
                .toString();
    }
}
