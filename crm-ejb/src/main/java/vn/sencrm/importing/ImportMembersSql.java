package vn.sencrm.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import vn.sencrm.audit.Cause;
import vn.sencrm.common.Database;
import vn.sencrm.common.NamedSql;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.group.GroupMembersSql;
import vn.sencrm.identity.Account;
import vn.sencrm.identity.Accounts;

/** Puts the customers of an import's rows into the group that was asked for, and takes them out again. */
@ApplicationScoped
class ImportMembersSql {

    /** New and changed ones, and those that the rows found, or to whom these lead since they were merged. */
    private static final String CUSTOMERS =
            """
            select h.customer_id as id from import_change h
            where h.run_id = :run and h.row_no > :after and h.row_no <= :upTo
            union
            select coalesce(c.merged_into, c.id)
            from import_verdict v join customer c on c.id = v.customer_id
            where v.run_id = :run and v.row_no > :after and v.row_no <= :upTo and v.customer_id is not null
            and v.verdict in ('SKIP', 'UNCHANGED', 'UPDATE')
            """;

    /** Those alone that this import has put there. */
    private static final String JOINED =
            """
            select n.id from (:customers) n
            where exists (select from audit_entry a where a.entity = 'customer' and a.entity_id = n.id
                          and a.cause = 'IMPORT' and a.cause_id = :run and a.action = 'GROUP_ADD')
            """;

    private static final String HOLD =
            """
            select c.id from customer c
            where c.id in (select v.customer_id from import_verdict v
                           where v.run_id = :run and v.row_no > :after and v.row_no <= :upTo
                           and v.verdict in ('SKIP', 'UNCHANGED', 'UPDATE'))
            order by c.id for key share of c
            """;

    @Inject
    Database database;

    @Inject
    GroupMembersSql groups;

    @Inject
    Accounts accounts;

    @Inject
    Clock clock;

    void join(ImportRun run, Account user, int after, int upTo) {
        // Whoever is merged in this very moment is known by the next statement to lead to the master.
        database.list(NamedSql.of(HOLD, "run", run.id(), "after", after, "upTo", upTo), row -> row.getLong(1));
        groups.addMembers(
                run.options().group(), customers(run, after, upTo), user, clock.instant(), Cause.importRun(run.id()));
    }

    void leave(ImportRun run, int after, int upTo) {
        SqlFragment joined = NamedSql.of(JOINED, "customers", customers(run, after, upTo), "run", run.id());
        accounts.byId(run.createdBy())
                .ifPresent(user -> groups.removeMembers(
                        run.options().group(),
                        joined,
                        user,
                        clock.instant(),
                        new Cause(Cause.Type.IMPORT_UNDO, run.id())));
    }

    private static SqlFragment customers(ImportRun run, int after, int upTo) {
        return NamedSql.of(CUSTOMERS, "run", run.id(), "after", after, "upTo", upTo);
    }
}
