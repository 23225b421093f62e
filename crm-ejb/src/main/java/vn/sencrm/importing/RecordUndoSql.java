package vn.sencrm.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import vn.sencrm.common.Database;
import vn.sencrm.common.NamedSql;
import vn.sencrm.common.SqlFragment;

/**
 * Takes imported records back that are no customers, by what the audit tells of their import: which they are, what they
 * were, and the version that they have unless somebody was there since. Each row's end is noted with it.
 */
@ApplicationScoped
class RecordUndoSql {

    /** A record that has a history before its creation was made by somebody else while the import waited. */
    private static final String TOLD =
            """
            create temporary table import_undo_told on commit drop as
            select a.* from audit_entry a
            where a.cause = 'IMPORT' and a.cause_id = :run and a.entity = :entity
            and (a.action = 'UPDATE' or not exists (
                select from audit_entry o
                where o.entity = a.entity and o.entity_id = a.entity_id and o.at < a.at))
            """;

    /** The audit's statistics know nothing of one run: it would be taken for a single entry, to read all rows for. */
    private static final String COUNT = "analyze import_undo_told";

    /** Rows without statistics are taken for a handful; by a loop, each entry would be compared with all of them. */
    private static final String NO_LOOPS = "set local enable_nestloop = off";

    private static final String LOOPS_AS_EVER = "set local enable_nestloop = on";

    private static final String NOTE =
            """
            insert into import_change
                (run_id, row_no, record_id, record_name, created, code, before, record_after, version)
            select :run, v.row_no, a.entity_id, :name, a.action = 'CREATE', :code, a.before, a.after, a.version
            from import_undo_told a
            left join :table e on e.id = a.entity_id
            join import_row r on r.run_id = :run and :codeOfRow = :code
            join import_verdict v on v.run_id = r.run_id and v.row_no = r.row_no and v.verdict = a.action
            order by v.row_no
            on conflict do nothing
            """;

    /** Nobody changes them, or begins to use them, between the look and the deed. */
    private static final String LOCK =
            """
            select e.id from :table e
            where e.id in (select h.record_id from import_change h where h.run_id = :run
                           and h.row_no > :after and h.row_no <= :upTo and h.undo is null)
            order by e.id for update
            """;

    /** Without the offset, a use would be looked for once to filter by and once more to tell it. */
    private static final String JUDGE =
            """
            update import_change n set undo = j.undo
            from (
                select h.row_no, case
                    when e.id is null then 'GONE'
                    when e.version <> h.version then 'CHANGED'
                    when not h.created and :taken then 'LOST'
                    when h.created and :used then 'USED' end as undo
                from import_change h left join :table e on e.id = h.record_id
                where h.run_id = :run and h.row_no > :after and h.row_no <= :upTo and h.undo is null
                and (e.id is null or :which)
                offset 0) j
            where n.run_id = :run and n.row_no = j.row_no and j.undo is not null
            """;

    private static final String CHANGES =
            """
            create temporary table import_undo_now on commit drop as
            select h.row_no, h.record_id, h.created, h.version, h.before, h.record_after as after
            from import_change h join :table e on e.id = h.record_id
            where h.run_id = :run and h.row_no > :after and h.row_no <= :upTo and h.undo is null and :which
            """;

    /** As the import told it, the other way round. */
    private static final String AUDIT =
            """
            insert into audit_entry (at, actor_id, cause, cause_id, entity, entity_id, version, action, before, after)
            select :now, r.undone_by, 'IMPORT_UNDO', :run, :entity, b.record_id, b.version + 1,
                   case when b.created then 'DELETE' else 'UPDATE' end, b.after, coalesce(b.before, '{}')
            from import_undo_now b join import_run r on r.id = :run
            """;

    private static final String REMOVE =
            "delete from :table where id in (select record_id from import_undo_now where created)";

    private static final String DONE =
            """
            update import_change h set undo = 'DONE' from import_undo_now b
            where h.run_id = :run and h.row_no = b.row_no
            """;

    @Inject
    Database database;

    @Inject
    RecordUsesSql uses;

    @Inject
    Clock clock;

    /** Notes what there is to take back; again without harm. */
    void note(ImportRun run, UndoneRecords records) {
        for (String statement : new String[] {TOLD, COUNT, NO_LOOPS, NOTE, LOOPS_AS_EVER}) {
            database.update(NamedSql.of(
                    statement,
                    "run",
                    run.id(),
                    "table",
                    SqlFragment.of(records.table()),
                    "entity",
                    records.table(),
                    "code",
                    SqlFragment.of(records.code()),
                    "codeOfRow",
                    SqlFragment.of(records.codeOfRow()),
                    "name",
                    SqlFragment.of(records.name())));
        }
    }

    /** @param which of the records {@code e} in the range, each as {@code h} tells what was done to it */
    void undo(ImportRun run, UndoneRecords records, SqlFragment which, RowRange rows) {
        Object[] values = {
            "run",
            run.id(),
            "after",
            rows.after(),
            "upTo",
            rows.upTo(),
            "table",
            SqlFragment.of(records.table()),
            "entity",
            records.table(),
            "which",
            which,
            "taken",
            records.isTaken(),
            "used",
            uses.isUsed(records.table(), records.parts()),
            "now",
            clock.instant()
        };
        database.list(NamedSql.of(LOCK, values), row -> row.getLong(1));
        for (String statement : new String[] {JUDGE, CHANGES, AUDIT}) {
            database.update(NamedSql.of(statement, values));
        }
        records.restore().forEach(database::update);
        for (String statement : new String[] {REMOVE, DONE}) {
            database.update(NamedSql.of(statement, values));
        }
    }
}
