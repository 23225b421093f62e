package vn.sencrm.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.sencrm.common.Database;
import vn.sencrm.common.NamedSql;

/** What the verdicts of contacts depend on beyond those of customers; rows that follow a leader go with it. */
@ApplicationScoped
class ContactDecideSql {

    private static final String REQUIRE =
            """
            update import_verdict v set verdict = 'REFUSE', error_code = 'REQUIRED', error_field = 'account'
            from import_verdict o join import_row r using (run_id, row_no)
            where o.run_id = :run and o.leader is null and o.verdict = 'CREATE'
            and coalesce(o.doc, r.doc) -> 'account' is null
            and v.run_id = o.run_id and coalesce(v.leader, v.row_no) = o.row_no
            """;

    /** Only the first contact of an account that has none is made. */
    private static final String SKIP =
            """
            update import_verdict v set verdict = 'SKIP'
            from (
                select o.row_no, row_number() over (partition by d.account order by o.row_no) as nth,
                       exists (select from customer c where c.account_id = d.account and c.state = 'ACTIVE'
                               and c.stage = 'CONTACT') as has_one
                from import_verdict o join import_row r using (run_id, row_no)
                cross join lateral (select (coalesce(o.doc, r.doc) ->> 'account')::bigint as account) d
                where o.run_id = :run and o.leader is null and o.verdict = 'CREATE') n
            where v.run_id = :run and coalesce(v.leader, v.row_no) = n.row_no and (n.has_one or n.nth > 1)
            """;

    @Inject
    Database database;

    void decide(ImportRun run) {
        database.update(NamedSql.of(REQUIRE, "run", run.id()));
        if (run.options().onFurtherContact() == ImportOptions.FurtherContact.IGNORE) {
            database.update(NamedSql.of(SKIP, "run", run.id()));
        }
    }
}
