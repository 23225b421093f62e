package vn.sencrm.importing;

import java.time.Instant;
import vn.sencrm.common.Database;
import vn.sencrm.common.NamedSql;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.customer.attribute.Attribute;

/** One step of an import of customers: names and values that are given to each of its statements. */
final class CustomerStepSql {

    /** The values of a row of {@code import_now h}, by their names in JSON. */
    static final String VALUES =
            """
            cross join lateral jsonb_to_record(h.doc) as d (
                kind text, stage text, name text, status bigint, category bigint, tier bigint, source bigint,
                owner bigint, team bigint, account bigint, supplier boolean, phones jsonb, emails jsonb,
                addresses jsonb, socials jsonb, websites jsonb, "taxCode" text, "citizenId" text, birthday date,
                gender text, "jobTitle" text, industry text, "companySize" text, representative jsonb, members jsonb,
                notes text)
            """;

    /** What a row {@code h} says of attributes. */
    static final SqlFragment ATTRIBUTES = SqlFragment.of("document_attributes(h.doc)");

    /** Nothing is unpacked where no column feeds an attribute. */
    private static final SqlFragment NO_ATTRIBUTES = SqlFragment.of("null::jsonb");

    private final Database database;
    private final ImportRun run;
    private final Object[] values;

    CustomerStepSql(
            Database database, ImportRun run, int after, int upTo, long user, Instant now, ImportOptions defaults) {
        this.database = database;
        this.run = run;
        values = new Object[] {
            "run",
            run.id(),
            "after",
            after,
            "upTo",
            upTo,
            "user",
            user,
            "now",
            now,
            "updatedAt",
            now,
            "kind",
            defaults.kind(),
            "stage",
            defaults.stage(),
            "field",
            run.options().key().field(),
            "kinds",
            run.options().key().kinds(),
            "attributes",
            hasAttributes(run) ? ATTRIBUTES : NO_ATTRIBUTES,
            "rows",
            SqlFragment.of("(select * from import_now where not created)")
        };
    }

    private static boolean hasAttributes(ImportRun run) {
        return run.mapping().values().stream().anyMatch(field -> field.startsWith(Attribute.FILTER_PREFIX));
    }

    ImportRun run() {
        return run;
    }

    SqlFragment named(String sql) {
        return NamedSql.of(sql, values);
    }

    int run(String sql) {
        return database.update(named(sql));
    }

    /** Whether a row of the step has this verdict and leads what it does. */
    boolean has(ImportVerdict verdict) {
        return database.first(
                        named(
                                """
                                select exists (select 1 from import_verdict v
                                               where v.run_id = :run and v.row_no > :after and v.row_no <= :upTo
                                               and v.leader is null and v.verdict = '%s')
                                """
                                        .formatted(verdict)),
                        row -> row.getBoolean(1))
                .orElse(false);
    }

    /** Rows that were to change what their leader makes or changes fall with it. */
    void refuseFollowers(int stale) {
        if (stale > 0) {
            run(
                    """
                    update import_verdict f set verdict = 'REFUSE', error_code = 'STALE', error_field = 'code'
                    from import_verdict v
                    where v.run_id = :run and v.row_no > :after and v.row_no <= :upTo and v.error_code = 'STALE'
                    and f.run_id = v.run_id and f.leader = v.row_no
                    """);
        }
    }
}
