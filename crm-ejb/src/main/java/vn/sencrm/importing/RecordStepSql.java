package vn.sencrm.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.sencrm.common.Database;
import vn.sencrm.common.NamedSql;
import vn.sencrm.common.SqlFragment;

/**
 * What the steps of all imports share that are not of customers: each row's verdict knows its record, new ones by the id
 * that they are given, and so whether somebody was quicker.
 */
@ApplicationScoped
class RecordStepSql {

    private static final String GIVE_IDS =
            """
            update import_verdict set record_id = nextval(:sequence::regclass)
            where run_id = :run and verdict = 'CREATE' and record_id is null
            """;

    /** Nobody changes them between the look and the deed. */
    private static final String LOCK =
            """
            select e.id from :table e
            where e.id in (select v.record_id from import_verdict v
                           where v.run_id = :run and v.row_no > :after and v.row_no <= :upTo and v.verdict = 'UPDATE')
            order by e.id for update
            """;

    private static final String REFUSE =
            """
            update import_verdict v set verdict = 'REFUSE', error_code = 'STALE', error_field = :field
            where v.run_id = :run and v.row_no > :after and v.row_no <= :upTo and v.verdict in ('CREATE', 'UPDATE')
            and not exists (
                select from :table e
                where e.id = v.record_id and (v.verdict = 'CREATE' or e.version = v.record_version))
            """;

    @Inject
    Database database;

    /** Gives new records their ids before the first step; again without harm. */
    void giveIds(long run, String sequence) {
        database.update(NamedSql.of(GIVE_IDS, "sequence", sequence, "run", run));
    }

    /**
     * Refuses rows whose record somebody has changed or deleted since the check, and those whose new record could not be
     * inserted, as somebody has made it meanwhile; keeps the other records from being changed.
     *
     * @param field by which rows find their records
     */
    void refuseStale(long run, String table, String field, RowRange rows) {
        Object[] values = {
            "run", run, "after", rows.after(), "upTo", rows.upTo(), "table", SqlFragment.of(table), "field", field
        };
        database.list(NamedSql.of(LOCK, values), row -> row.getLong(1));
        database.update(NamedSql.of(REFUSE, values));
    }
}
