package vn.sencrm.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import vn.sencrm.common.Database;
import vn.sencrm.common.NamedSql;
import vn.sencrm.identity.Account;
import vn.sencrm.identity.Right;

/** Decides and applies staged rows of tags, in sets. A name means the user's own tag before everybody's, unless it is shared. */
@ApplicationScoped
class TagImportSql {

    private static final String ROWS =
            """
            select i.run_id, i.row_no, i.error_code, i.error_field, i.name_fold, i.doc ->> 'tag.name' as name,
                   coalesce((i.doc ->> 'tag.shared')::boolean, false) as shared,
                   row_number() over (partition by i.name_fold, i.error_code is null order by i.row_no) as nth
            from import_row i where i.run_id = :run
            """;

    /** Written as the unique key is: without it, each row would read all tags. */
    private static final String FOUND =
            """
            left join lateral (
                select t.* from tag t
                where coalesce(t.owner_id, 0) in (0, :user) and t.name_fold = r.name_fold
                order by (t.owner_id is null) = r.shared desc limit 1) t on true
            """;

    private static final String DECIDE =
            """
            insert into import_verdict (run_id, row_no, verdict, error_code, error_field, record_id, record_version)
            select r.run_id, r.row_no,
                   case when j.refusal is not null then 'REFUSE'
                        when t.id is null then 'CREATE'
                        when :skip then 'SKIP'
                        when t.name = r.name and (t.owner_id is null or not r.shared) then 'UNCHANGED'
                        else 'UPDATE' end,
                   j.refusal, coalesce(r.error_field, case when j.refusal is not null then 'tag.name' end), t.id, t.version
            from (:rows) r
            :found
            cross join lateral (select case
                when r.error_code is not null then r.error_code
                when r.nth > 1 then 'DUP_IN_FILE'
                when not :skip and t.owner_id is null and t.name <> r.name and not :mayConfigure then 'NO_RIGHT'
                end as refusal) j
            """;

    private static final String INSERT =
            """
            with added as (
                insert into tag (id, name, name_fold, owner_id)
                select v.record_id, r.doc ->> 'tag.name', r.name_fold,
                       case when not coalesce((r.doc ->> 'tag.shared')::boolean, false) then :user end
                from import_verdict v join import_row r using (run_id, row_no)
                where v.run_id = :run and v.verdict = 'CREATE' and v.row_no > :after and v.row_no <= :upTo
                order by v.row_no
                on conflict do nothing
                returning *)
            insert into audit_entry (at, actor_id, cause, cause_id, entity, entity_id, version, action, before, after)
            select :at, :user, 'IMPORT', :run, 'tag', a.id, a.version, 'CREATE', null,
                   jsonb_build_object('name', a.name, 'shared', a.owner_id is null)
            from added a
            """;

    /** Somebody else has given everybody a tag by the name of one that the row would share. */
    private static final String REFUSE_TAKEN =
            """
            update import_verdict v set verdict = 'REFUSE', error_code = 'STALE', error_field = 'tag.name'
            from import_row r, tag t, tag o
            where v.run_id = :run and v.verdict = 'UPDATE' and v.row_no > :after and v.row_no <= :upTo
            and r.run_id = v.run_id and r.row_no = v.row_no and (r.doc ->> 'tag.shared')::boolean
            and t.id = v.record_id and coalesce(o.owner_id, 0) = 0 and o.name_fold = t.name_fold and o.id <> t.id
            """;

    /** The update itself tells what was before: joined to it once more, each would be compared with all others. */
    private static final String UPDATE =
            """
            with changed as (
                select o.id, o.name as old_name, o.owner_id is null as was_shared, r.doc ->> 'tag.name' as name,
                       coalesce((r.doc ->> 'tag.shared')::boolean, false) as shared
                from import_verdict v join import_row r using (run_id, row_no) join tag o on o.id = v.record_id
                where v.run_id = :run and v.verdict = 'UPDATE' and v.row_no > :after and v.row_no <= :upTo),
            done as (
                update tag t set name = c.name, owner_id = case when not c.shared then t.owner_id end,
                                 version = t.version + 1
                from changed c where c.id = t.id
                returning t.id, t.version, t.name, t.owner_id is null as is_shared, c.old_name, c.was_shared)
            insert into audit_entry (at, actor_id, cause, cause_id, entity, entity_id, version, action, before, after)
            select :at, :user, 'IMPORT', :run, 'tag', d.id, d.version, 'UPDATE',
                   jsonb_build_object('name', d.old_name, 'shared', d.was_shared),
                   jsonb_build_object('name', d.name, 'shared', d.is_shared)
            from done d
            """;

    /** The importer has a tag of their own by the name of one that the import gave to everybody; found by the unique key. */
    private static final String TAKEN =
            """
            h.before ->> 'shared' = 'false' and exists (
                select from tag o where coalesce(o.owner_id, 0) = :user and o.name_fold = e.name_fold and o.id <> e.id)
            """;

    /** The folded name stays: by it the row has found the tag. */
    private static final String RESTORE =
            """
            update tag e
            set name = b.before ->> 'name', version = e.version + 1,
                owner_id = case when b.before ->> 'shared' = 'false' then :user end
            from import_undo_now b where not b.created and e.id = b.record_id
            """;

    @Inject
    Database database;

    @Inject
    RecordStepSql steps;

    @Inject
    Clock clock;

    void decide(ImportRun run, Account user) {
        database.update(NamedSql.of(
                DECIDE,
                "rows",
                NamedSql.of(ROWS, "run", run.id()),
                "found",
                NamedSql.of(FOUND, "user", user.id()),
                "skip",
                run.options().onMatch() == ImportOptions.OnMatch.SKIP,
                "mayConfigure",
                user.may(Right.CONFIGURE)));
    }

    void prepare(long run) {
        steps.giveIds(run, "tag_seq");
    }

    void apply(long run, long user, RowRange rows) {
        apply(INSERT, run, user, rows);
        steps.refuseStale(run, "tag", TagImport.NAME, rows);
        apply(REFUSE_TAKEN, run, user, rows);
        apply(UPDATE, run, user, rows);
    }

    private void apply(String statement, long run, long user, RowRange rows) {
        database.update(NamedSql.of(
                statement,
                "run",
                run,
                "user",
                user,
                "after",
                rows.after(),
                "upTo",
                rows.upTo(),
                "at",
                clock.instant()));
    }

    /** @param user who imported them, whose own they are unless they are everybody's */
    UndoneRecords undone(long user) {
        return new UndoneRecords(
                "tag",
                "(a.after ->> 'name')",
                "(r.doc ->> 'tag.name')",
                "(a.after ->> 'name')",
                Set.of(),
                NamedSql.of(TAKEN, "user", user),
                List.of(NamedSql.of(RESTORE, "user", user)));
    }
}
