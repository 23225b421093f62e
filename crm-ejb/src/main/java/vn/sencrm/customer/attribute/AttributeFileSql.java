package vn.sencrm.customer.attribute;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.identity.Account;
import vn.sencrm.identity.RecordAccessSql;

/** Which stored files are values of attributes, and who may see them. */
@ApplicationScoped
public class AttributeFileSql {

    /** The customer that has the file, found by the index of what attributes contain. */
    private static final String HAS = "c.attributes @> jsonb_build_object(a.code, f.file_id)";

    @Inject
    Database database;

    @Inject
    RecordAccessSql access;

    void insert(long fileId, long attributeId) {
        database.update(SqlFragment.of(
                "insert into customer_attribute_file (file_id, attribute_id) values (?, ?)", fileId, attributeId));
    }

    boolean isVisible(long fileId, Account user) {
        SqlFragment query = SqlFragment.of(
                        """
                        select 1 from customer_attribute_file f
                        join customer_attribute a on a.id = f.attribute_id
                        join stored_file s on s.id = f.file_id
                        where f.file_id = ? and (s.created_by = ? or exists (
                            select from customer c where c.state = 'ACTIVE' and\s"""
                                + HAS + " and ",
                        fileId,
                        user.id())
                .then(access.predicate(user))
                .then("))");
        return database.first(query, row -> 1).isPresent();
    }

    /** For which type of attribute this user sent the file; null for a file that is not theirs, or none. */
    public AttributeType sentBy(long userId, long fileId) {
        return database.first(
                        SqlFragment.of(
                                """
                                select a.type from customer_attribute_file f
                                join customer_attribute a on a.id = f.attribute_id
                                join stored_file s on s.id = f.file_id
                                where f.file_id = ? and s.created_by = ?
                                """,
                                fileId,
                                userId),
                        row -> AttributeType.valueOf(row.getString(1)))
                .orElse(null);
    }

    /** For which type of attribute a file was sent; null for none. */
    public AttributeType typeOf(long fileId) {
        return database.first(
                        SqlFragment.of(
                                """
                                select a.type from customer_attribute_file f
                                join customer_attribute a on a.id = f.attribute_id where f.file_id = ?
                                """,
                                fileId),
                        row -> AttributeType.valueOf(row.getString(1)))
                .orElse(null);
    }

    /** Deletes files that were sent before a time and that no customer has, in whatever state. */
    int deleteUnused(Instant sentBefore, int atMost) {
        return database.update(SqlFragment.of(
                """
                delete from stored_file where id in (
                    select f.file_id from customer_attribute_file f
                    join customer_attribute a on a.id = f.attribute_id
                    join stored_file s on s.id = f.file_id
                    where s.created_at < ? and not exists (select from customer c where\s"""
                        + HAS + ") limit ?)",
                sentBefore,
                atMost));
    }
}
