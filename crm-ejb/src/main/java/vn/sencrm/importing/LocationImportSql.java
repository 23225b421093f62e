package vn.sencrm.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import vn.sencrm.common.Database;
import vn.sencrm.common.NamedSql;
import vn.sencrm.common.SqlFragment;

/** Decides and applies staged rows of provinces and communes, in sets; a file of the whole country takes a second. */
@ApplicationScoped
class LocationImportSql {

    private static final String DECIDE =
            """
            insert into import_verdict (run_id, row_no, verdict, error_code, error_field, record_id, record_version)
            select r.run_id, r.row_no,
                   case when j.refusal is not null then 'REFUSE'
                        when l.code is null then 'CREATE'
                        when :skip then 'SKIP'
                        when l.name = r.name and coalesce(r.former, '[]') <@ (
                             select coalesce(jsonb_agg(a.name), '[]') from location_alias a where a.location_code = l.code)
                             then 'UNCHANGED'
                        else 'UPDATE' end,
                   j.refusal, coalesce(r.error_field, case when j.refusal = 'PROVINCE_REFUSED' then 'location.province'
                                                           when j.refusal is not null then 'location.code' end),
                   l.id, l.version
            from (select i.run_id, i.row_no, i.code, i.error_code, i.error_field, i.doc ->> 'location.name' as name,
                         i.doc ->> 'location.province' as province, i.doc -> 'location.former' as former,
                         row_number() over (partition by i.code, i.error_code is null order by i.row_no) as nth
                  from import_row i where i.run_id = :run) r
            left join location l on l.code = r.code
            left join location p on p.code = r.province and p.parent_code is null
            cross join lateral (select case
                when r.error_code is not null then r.error_code
                when r.nth > 1 then 'DUP_IN_FILE'
                when l.code is not null and l.parent_code is distinct from r.province then 'PLACE_DIFFERS'
                when r.province is not null and p.code is null and not exists (
                    select from import_row q where q.run_id = :run and q.code = r.province and q.error_code is null
                    and q.doc -> 'location.province' is null) then 'PROVINCE_REFUSED'
                end as refusal) j
            """;

    private static final String INSERT =
            """
            insert into location (id, code, parent_code, level, name, name_fold)
            select v.record_id, r.code, r.doc ->> 'location.province',
                   case when r.doc -> 'location.province' is null then 'PROVINCE' else 'COMMUNE' end,
                   r.doc ->> 'location.name', r.name_fold
            from import_verdict v join import_row r using (run_id, row_no)
            where v.run_id = :run and v.verdict = 'CREATE'
            """;

    /** A province that somebody has deleted since the check is nobody's. */
    private static final String COMMUNES =
            """
            and v.row_no > :after and v.row_no <= :upTo
            and exists (select from location p where p.code = r.doc ->> 'location.province' and p.parent_code is null)
            on conflict do nothing
            """;

    private static final String UPDATE =
            """
            update location l
            set name = r.doc ->> 'location.name', name_fold = r.name_fold, version = l.version + 1
            from import_verdict v join import_row r using (run_id, row_no)
            where v.run_id = :run and v.verdict = 'UPDATE' and v.row_no > :after and v.row_no <= :upTo
            and l.id = v.record_id
            """;

    private static final String FORMER =
            """
            insert into location_alias (id, location_code, name)
            select nextval('location_alias_seq'), r.code, f.name
            from import_verdict v join import_row r using (run_id, row_no)
            cross join lateral jsonb_array_elements_text(r.doc -> 'location.former') as f (name)
            where v.run_id = :run and v.verdict in ('CREATE', 'UPDATE') and v.row_no > :after and v.row_no <= :upTo
            on conflict do nothing
            """;

    /** In the form in which one place is audited when it is changed by hand: with code, name and former names. */
    private static final String AUDIT =
            """
            insert into audit_entry (at, actor_id, cause, cause_id, entity, entity_id, version, action, before, after)
            select :at, :actor, 'IMPORT', :run, 'location', l.id, l.version + :more, v.verdict,
                   case v.verdict when 'UPDATE' then jsonb_build_object(
                       'code', l.code, 'name', l.name, 'archived', l.archived, 'former', f.had) end,
                   jsonb_build_object(
                       'code', l.code, 'name', r.doc ->> 'location.name', 'archived', l.archived, 'former', f.has)
            from import_verdict v join import_row r using (run_id, row_no) join location l on l.code = r.code
            cross join lateral (
                select coalesce(jsonb_agg(n.name order by n.name) filter (where n.had), '[]') as had,
                       coalesce(jsonb_agg(n.name order by n.name), '[]') as has
                from (select name, bool_or(had) as had from (
                          select a.name, true as had from location_alias a where a.location_code = l.code
                          union all
                          select e.name, false from jsonb_array_elements_text(
                              coalesce(nullif(r.doc -> 'location.former', 'null'), '[]')) as e (name)) u
                      group by name) n) f
            where v.run_id = :run and v.verdict = :verdict and v.row_no > :after and v.row_no <= :upTo
            """;

    /** Provinces that were made before the first step, and whose own step never came. */
    private static final String UNTOLD =
            """
            and l.parent_code is null
            and not exists (select from audit_entry o where o.entity = 'location' and o.entity_id = l.id)
            """;

    private static final String RESTORE =
            """
            update location e
            set name = b.before ->> 'name', name_fold = text_fold(b.before ->> 'name'), version = e.version + 1
            from import_undo_now b where not b.created and e.id = b.record_id
            """;

    private static final String RESTORE_FORMER =
            """
            delete from location_alias f using location e, import_undo_now b
            where not b.created and e.id = b.record_id and f.location_code = e.code
            and not jsonb_exists(b.before -> 'former', f.name)
            """;

    /** What is to be known of places to take them back; their codes never change. */
    static final UndoneRecords UNDONE = new UndoneRecords(
            "location",
            "(a.after ->> 'code')",
            "r.code",
            "(a.after ->> 'name')",
            Set.of("location_alias"),
            SqlFragment.FALSE,
            List.of(SqlFragment.of(RESTORE), SqlFragment.of(RESTORE_FORMER)));

    static final SqlFragment NO_NEW_PROVINCE = SqlFragment.of("not (h.created and e.parent_code is null)");

    @Inject
    Database database;

    @Inject
    RecordStepSql steps;

    @Inject
    Clock clock;

    void decide(ImportRun run) {
        boolean skip = run.options().onMatch() == ImportOptions.OnMatch.SKIP;
        database.update(NamedSql.of(DECIDE, "run", run.id(), "skip", skip));
    }

    /** Provinces before any commune: steps may run side by side, and a commune needs its province. */
    void prepare(long run) {
        steps.giveIds(run, "location_seq");
        database.update(
                NamedSql.of(INSERT + "and r.doc -> 'location.province' is null on conflict do nothing", "run", run));
    }

    void apply(long run, long actor, RowRange rows) {
        Object[] values = {"run", run, "after", rows.after(), "upTo", rows.upTo()};
        database.update(NamedSql.of(INSERT + COMMUNES, values));
        steps.refuseStale(run, "location", LocationImport.CODE, rows);
        // While a place still is what it was.
        audit(AUDIT, "UPDATE", 1, run, actor, rows);
        database.update(NamedSql.of(UPDATE, values));
        database.update(NamedSql.of(FORMER, values));
        audit(AUDIT, "CREATE", 0, run, actor, rows);
    }

    /** An import that was stopped between them and their steps has made provinces of which the audit does not tell yet. */
    void auditProvinces(ImportRun run) {
        audit(AUDIT + UNTOLD, "CREATE", 0, run.id(), run.createdBy(), RowRange.ALL);
    }

    /** @param more what is still to be added to the places' versions */
    private void audit(String statement, String verdict, int more, long run, long actor, RowRange rows) {
        database.update(NamedSql.of(
                statement,
                "verdict",
                verdict,
                "more",
                more,
                "at",
                clock.instant(),
                "actor",
                actor,
                "run",
                run,
                "after",
                rows.after(),
                "upTo",
                rows.upTo()));
    }
}
