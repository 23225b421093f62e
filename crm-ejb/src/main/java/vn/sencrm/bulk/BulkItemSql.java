package vn.sencrm.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import vn.sencrm.common.Database;
import vn.sencrm.common.NamedSql;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.identity.Account;
import vn.sencrm.identity.RecordAccessSql;

/** Reads what became of the records of a bulk action. */
@ApplicationScoped
class BulkItemSql {

    @Inject
    Database database;

    @Inject
    RecordAccessSql access;

    /**
     * Records beyond a customer's id. A customer that the reader may not see (any more) has neither code nor name.
     *
     * @param verdict null for all
     */
    List<BulkItem> page(long run, BulkVerdict verdict, long after, int limit, Account reader) {
        return database.list(
                NamedSql.of(
                        """
                        with i as materialized (
                            select * from bulk_item where run_id = :run and customer_id > :after :ofVerdict
                            order by customer_id limit :limit)
                        select i.*, c.code, c.name
                        from i left join customer c on c.id = i.customer_id and :visible
                        order by i.customer_id
                        """,
                        "run",
                        run,
                        "after",
                        after,
                        "limit",
                        limit,
                        "ofVerdict",
                        verdict == null ? SqlFragment.of("") : SqlFragment.of("and verdict = '" + verdict + "'"),
                        "visible",
                        access.predicate(reader)),
                row -> new BulkItem(
                        row.getLong("customer_id"),
                        row.getString("code"),
                        row.getString("name"),
                        BulkVerdict.valueOf(row.getString("verdict")),
                        row.getString("reason"),
                        row.getString("before"),
                        row.getString("after")));
    }

    /** Why records were skipped or refused, the most frequent reason first. */
    List<BulkReason> reasons(long run) {
        return database.list(
                SqlFragment.of(
                        """
                        select verdict, reason, count(*) from bulk_item
                        where run_id = ? and verdict in ('SKIPPED', 'REFUSED') group by 1, 2 order by 3 desc, 2
                        """,
                        run),
                row -> new BulkReason(BulkVerdict.valueOf(row.getString(1)), row.getString(2), row.getLong(3)));
    }
}
