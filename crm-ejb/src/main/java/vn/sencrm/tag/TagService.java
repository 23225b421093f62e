package vn.sencrm.tag;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import vn.sencrm.audit.AuditSql;
import vn.sencrm.audit.Cause;
import vn.sencrm.catalogue.StaleEntryException;
import vn.sencrm.common.DatabaseException;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.identity.CurrentUser;
import vn.sencrm.identity.Right;

/**
 * The tags that a user has: their own, which they rename, share and delete, and the shared ones, which only who
 * configures the product may rename and delete. Names are unique per owner without regard to case and diacritics.
 */
@Stateless
@RolesAllowed(Right.CUSTOMER_EDIT)
public class TagService {

    /** Deleting a tag changes each customer that carries it: from more of them it is taken off by a bulk action first. */
    static final int MOST_CUSTOMERS = 50_000;

    private static final String ENTITY = "tag";
    private static final String UNIQUE = "23505";

    @Inject
    TagSql sql;

    @Inject
    AuditSql audit;

    @Inject
    CurrentUser currentUser;

    @Inject
    Clock clock;

    /** The user's own tags and the shared ones, whose name has all the words. */
    @RolesAllowed(Right.CUSTOMER_VIEW)
    public List<Tag> find(String search) {
        return sql.find(currentUser.id(), search);
    }

    /** @throws NotFoundException when there is none, or it is somebody else's own */
    @RolesAllowed(Right.CUSTOMER_VIEW)
    public Tag get(long id) {
        return sql.find(currentUser.id(), id).orElseThrow(() -> new NotFoundException(ENTITY, id));
    }

    /** Adds a tag, the user's own or one for all. */
    public Tag add(String name, boolean shared, Cause cause) {
        String checked = TagCheck.name(name);
        Tag tag = get(unique(checked, () -> sql.insert(checked, shared ? 0 : currentUser.id())));
        write(null, tag, cause);
        return tag;
    }

    /**
     * Renames a tag, or gives it to everybody, or both. Customers that carry it keep it.
     *
     * @param name null to leave it as it is
     * @throws StaleEntryException when somebody was quicker
     */
    public Tag change(long id, int version, String name, boolean share, Cause cause) {
        Tag before = mine(id);
        String wanted = name == null ? before.name() : TagCheck.name(name);
        boolean shared = before.shared() || share;
        requireNewest(before, unique(wanted, () -> sql.update(id, version, wanted, shared)));
        Tag after = get(id);
        write(before, after, cause);
        return after;
    }

    /**
     * Deletes a tag and takes it off all its customers.
     *
     * @param customers how many the user was told: if it is more by now, nothing happens and they are asked again
     */
    public void delete(long id, int version, long customers, Cause cause) {
        mine(id);
        sql.lock(id);
        Tag tag = get(id);
        requireNewest(tag, tag.version() == version);
        if (tag.customers() > MOST_CUSTOMERS) {
            throw new TagInUseException("TAG_TOO_MANY", tag.name(), tag.customers());
        }
        if (tag.customers() > customers) {
            throw new TagInUseException("TAG_MORE", tag.name(), tag.customers());
        }
        sql.delete(id, currentUser.id(), clock.instant(), cause);
        write(tag, null, cause);
    }

    /** The tag, if the user may change it. */
    private Tag mine(long id) {
        Tag tag = get(id);
        if (tag.shared() && !currentUser.get().may(Right.CONFIGURE)) {
            throw new TagInUseException("TAG_SHARED", tag.name(), tag.customers());
        }
        return tag;
    }

    private static void requireNewest(Tag tag, boolean changed) {
        if (!changed) {
            throw new StaleEntryException(tag.name());
        }
    }

    /** The database knows best whether a name is taken, whoever takes it at the same moment. */
    private static <T> T unique(String name, Supplier<T> write) {
        try {
            return write.get();
        } catch (DatabaseException refused) {
            throw refused.sqlState().equals(UNIQUE) ? TagCheck.problem("TAG_NAME_TAKEN", name) : refused;
        }
    }

    private void write(Tag before, Tag after, Cause cause) {
        Tag tag = after == null ? before : after;
        String action = before == null ? AuditSql.CREATE : after == null ? "DELETE" : AuditSql.UPDATE;
        audit.write(
                clock.instant(),
                currentUser.id(),
                cause,
                ENTITY,
                tag.id(),
                after == null ? tag.version() + 1 : tag.version(),
                action,
                before == null ? null : json(before),
                after == null ? "{}" : json(after));
    }

    private static String json(Tag tag) {
        return JSON.createObjectBuilder()
                .add("name", tag.name())
                .add("shared", tag.shared())
                .build()
                .toString();
    }
}
