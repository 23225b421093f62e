package vn.sencrm.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import vn.sencrm.common.SqlFragment;

/** Many customers into the recycle bin, and back where nobody has their tax code or citizen id meanwhile. */
@ApplicationScoped
class BulkDeleteSql {

    private static final String ACTIVE = "'{\"state\": \"ACTIVE\"}'::jsonb";
    private static final String DELETED = "'{\"state\": \"DELETED\"}'::jsonb";

    void delete(BulkStep step) {
        step.change(SqlFragment.of("select " + ACTIVE + ", " + DELETED + ", null::jsonb, null::jsonb"));
        step.write(", state = 'DELETED', deleted_at = :now, deleted_by = :user");
    }

    /** Keys are locked as by whoever restores one customer (recycle bin). */
    void restore(BulkStep step) {
        step.lock(
                """
                select pg_advisory_xact_lock(hashtextextended(k.kind || k.key, 14))
                from (select i.kind, i.key from bulk_now b join identity_key i on i.customer_id = b.customer_id
                      where b.verdict is null and i.kind in ('TAX', 'IDNO') order by 1, 2) k
                """);
        step.refuse(
                "KEY_TAKEN",
                SqlFragment.of(
                        """
                        exists (
                            select from identity_key k
                            join identity_key o on o.kind = k.kind and o.key = k.key and o.customer_id <> k.customer_id
                            join customer c on c.id = o.customer_id and c.state = 'ACTIVE'
                            where k.customer_id = b.customer_id and k.kind in ('TAX', 'IDNO'))
                        """));
        step.change(SqlFragment.of("select " + DELETED + ", " + ACTIVE + ", null::jsonb, null::jsonb"));
        step.write(", state = 'ACTIVE', deleted_at = null, deleted_by = null");
    }
}
