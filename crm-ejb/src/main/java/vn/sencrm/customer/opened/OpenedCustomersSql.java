package vn.sencrm.customer.opened;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.identity.Account;
import vn.sencrm.identity.RecordAccessSql;

/** Reads and writes {@code customer_opened}, by one user's index. */
@ApplicationScoped
class OpenedCustomersSql {

    @Inject
    Database database;

    @Inject
    RecordAccessSql access;

    void note(long userId, long customerId, Instant now) {
        database.update(SqlFragment.of(
                """
                insert into customer_opened (user_id, customer_id, at)
                select ?, c.id, ? from customer c where c.id = ? and c.state = 'ACTIVE' for key share of c
                on conflict (user_id, customer_id) do update set at = excluded.at
                """,
                userId,
                now,
                customerId));
    }

    List<OpenedCustomer> last(Account user, int limit) {
        return database.list(
                SqlFragment.of(
                                """
                                select c.id, c.code, c.name, o.at from customer_opened o
                                join customer c on c.id = o.customer_id and c.state = 'ACTIVE'
                                where o.user_id = ? and\s""",
                                user.id())
                        .then(access.predicate(user))
                        .then(SqlFragment.of(" order by o.at desc, c.id limit ?", limit)),
                row -> new OpenedCustomer(
                        row.getLong("id"), row.getString("code"), row.getString("name"), Database.instant(row, "at")));
    }

    /** Those that were looked at so long ago. */
    int deleteBefore(Instant before, int atMost) {
        return database.update(SqlFragment.of(
                """
                delete from customer_opened where ctid = any (array(
                    select ctid from customer_opened where at < ? limit ?))
                """,
                before,
                atMost));
    }
}
