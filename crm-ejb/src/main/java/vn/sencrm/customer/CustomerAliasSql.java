package vn.sencrm.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.identity.Account;
import vn.sencrm.identity.RecordAccessSql;

/** Customers that became aliases of others: what of them lies beside the entity, and where they lead. */
@ApplicationScoped
class CustomerAliasSql {

    @Inject
    Database database;

    @Inject
    RecordAccessSql access;

    record Beside(Instant createdAt, Long primaryContactId) {}

    Beside beside(long id) {
        return database.first(
                        SqlFragment.of("select created_at, primary_contact_id from customer where id = ?", id),
                        row -> new Beside(
                                Database.instant(row, "created_at"), Database.longOrNull(row, "primary_contact_id")))
                .orElseThrow();
    }

    void writeBeside(long id, Instant createdAt, Long primaryContactId) {
        database.update(SqlFragment.of(
                "update customer set created_at = ?, primary_contact_id = nullif(?, id) where id = ?",
                createdAt,
                primaryContactId == null ? Database.Null.BIGINT : primaryContactId,
                id));
    }

    /** Whether somebody with the rights for it may change a customer, whatever its state. */
    boolean isEditable(long id, Account user) {
        SqlFragment query = SqlFragment.of("select 1 from customer c where c.id = ? and ", id)
                .then(access.predicate(user))
                .then(" and ")
                .then(access.editable(user));
        return database.first(query, row -> 1).isPresent();
    }

    /** Tells the new version. */
    int becomeAlias(long id, long masterId, Instant now) {
        return version(SqlFragment.of(
                """
                update customer set state = 'MERGED', merged_into = ?, version = version + 1, updated_at = ?
                where id = ? returning version
                """,
                masterId,
                now,
                id));
    }

    /** Tells the new version. */
    int becomeItself(long id, Instant now) {
        return version(SqlFragment.of(
                """
                update customer set state = 'ACTIVE', merged_into = null, version = version + 1, updated_at = ?
                where id = ? returning version
                """,
                now,
                id));
    }

    private int version(SqlFragment statement) {
        return database.first(statement, row -> row.getInt(1)).orElseThrow();
    }

    /** What is made of its values; a name at a messenger's is no value, and stays. */
    void dropDerived(long id) {
        database.update(SqlFragment.of("delete from identity_key where customer_id = ? and kind <> 'ZALO'", id));
        database.update(SqlFragment.of("delete from customer_place where customer_id = ?", id));
    }

    /** Contacts of a company follow it to another; each is a change of the contact. */
    void moveContacts(List<Long> contacts, long from, long to, Instant now, long userId, AliasCause cause) {
        database.update(SqlFragment.of(
                """
                with moved as (
                    update customer set account_id = ?, version = version + 1, updated_at = ?
                    where id = any (?) and account_id = ? returning id, version)
                insert into audit_entry (at, actor_id, cause, cause_id, entity, entity_id, version, action, before, after)
                select ?, ?, ?, ?, 'customer', id, version, 'UPDATE',
                       jsonb_build_object('account', ?::bigint), jsonb_build_object('account', ?::bigint)
                from moved
                """,
                to,
                now,
                contacts.isEmpty() ? List.of(0L) : contacts,
                from,
                now,
                userId,
                cause.type(),
                cause.id(),
                from,
                to));
    }

    /** The audit's cause in the form of its columns. */
    record AliasCause(String type, long id) {}

    /** The contacts of a company in whatever state, locked in the order of their ids. */
    List<Long> contacts(long accountId) {
        return database.list(
                SqlFragment.of("select id from customer where account_id = ? order by id for update", accountId),
                row -> row.getLong(1));
    }

    /** To whom an alias leads in the end, if the user sees that customer. */
    Optional<Long> master(long id, Account user) {
        SqlFragment query = SqlFragment.of(
                        """
                        with recursive way as (
                            select merged_into as id from customer where id = ? and merged_into is not null
                            union
                            select n.merged_into from way join customer n on n.id = way.id
                            where n.merged_into is not null)
                        select c.id from way join customer c on c.id = way.id
                        where c.state = 'ACTIVE' and
                        """,
                        id)
                .then(access.predicate(user));
        return database.first(query, row -> row.getLong(1));
    }
}
