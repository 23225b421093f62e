package vn.sencrm.customer.bin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;

/** Removes customers for good, a bounded set at a time; what refers to them goes by the foreign keys' own cascade. */
@ApplicationScoped
class BinPurgeSql {

    @Inject
    Database database;

    /** The next customers to go, locked; one that is being restored right now is passed over. */
    List<Long> due(Instant deletedBefore, int atMost) {
        return ids(SqlFragment.of(
                """
                select id from customer where state = 'DELETED' and deleted_at < ?
                order by deleted_at, id limit ? for update skip locked
                """,
                deletedBefore,
                atMost));
    }

    /** These and all that were merged into them, through chains too: an alias leads nowhere without its master. */
    List<Long> withAliases(List<Long> ids) {
        return ids(SqlFragment.of(
                """
                with recursive gone as (
                    select unnest(?) id
                    union
                    select c.id from customer c join gone on c.merged_into = gone.id)
                select id from gone
                """,
                ids));
    }

    /** Contacts of a company that goes are without one, and their history says so. */
    void releaseContacts(List<Long> ids, Instant now) {
        database.update(SqlFragment.of(
                """
                with mine as (
                    select id, account_id from customer where account_id = any (?) and not id = any (?) for update),
                released as (
                    update customer c set account_id = null, version = c.version + 1, updated_at = ?
                    from mine where mine.id = c.id returning c.id, c.version, mine.account_id account)
                insert into audit_entry (at, actor_id, cause, cause_id, entity, entity_id, version, action, before, after)
                select ?, null, 'SYSTEM', null, 'customer', id, version, 'UPDATE',
                       jsonb_build_object('account', account), '{"account": null}'
                from released
                """,
                ids,
                ids,
                now,
                now));
    }

    void deleteFiles(List<Long> ids) {
        database.update(SqlFragment.of(
                "delete from stored_file where id in (select file_id from customer_file where customer_id = any (?))",
                ids));
    }

    void deleteCustomers(List<Long> ids, Instant now) {
        database.update(SqlFragment.of(
                """
                with gone as (delete from customer where id = any (?) returning id, version)
                insert into audit_entry (at, actor_id, cause, cause_id, entity, entity_id, version, action, before, after)
                select ?, null, 'SYSTEM', null, 'customer', id, version + 1, 'PURGE',
                       '{"state": "DELETED"}', '{"state": null}'
                from gone
                """,
                ids,
                now));
    }

    private List<Long> ids(SqlFragment query) {
        return database.list(query, row -> row.getLong(1));
    }
}
