package vn.sencrm.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.customer.CustomerAccess;

/**
 * The companies that a step's rows name as their accounts. One that was merged since the check is named by its master,
 * and none is merged before the step has ended.
 */
@ApplicationScoped
class ImportAccountsSql {

    @Inject
    Database database;

    @Inject
    CustomerAccess customers;

    /** Before the step's own customers are locked, as a merge locks a company before its contacts. */
    void hold(CustomerStepSql step) {
        List<Long> held = database.list(
                step.named(
                        """
                        select distinct (coalesce(v.doc, r.doc) ->> 'account')::bigint
                        from import_verdict v join import_row r using (run_id, row_no)
                        where v.run_id = :run and v.row_no > :after and v.row_no <= :upTo and v.leader is null
                        and v.verdict in ('CREATE', 'UPDATE') and coalesce(v.doc, r.doc) ->> 'account' is not null
                        """),
                row -> row.getLong(1));
        while (!held.isEmpty()) {
            customers.hold(held);
            held = masters(held);
        }
    }

    private List<Long> masters(List<Long> ids) {
        return database
                .list(
                        SqlFragment.of("select distinct merged_into from customer where id = any (?)", ids),
                        row -> Database.longOrNull(row, "merged_into"))
                .stream()
                .filter(Objects::nonNull)
                .toList();
    }

    /** In the rows of {@code import_now}. */
    void lead() {
        database.update(
                SqlFragment.of(
                        """
                        update import_now h set doc = h.doc || jsonb_build_object('account', c.merged_into)
                        from customer c
                        where (h.doc ->> 'account')::bigint = c.id and c.merged_into is not null
                        """));
    }
}
