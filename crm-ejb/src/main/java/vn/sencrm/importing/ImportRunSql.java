package vn.sencrm.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.sencrm.common.Cursor;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.job.RunPageSql;
import vn.sencrm.job.RunTable;

/** Reads and writes {@code import_run}. What a worker writes is fenced by its ownership: no row, no longer the owner. */
@ApplicationScoped
class ImportRunSql {

    static final RunTable TABLE = RunTable.of("import_run", ImportState.CHECKING, ImportState.RUNNING);

    /** The same runs while they are taken back, by a job of its own. */
    static final RunTable UNDO_TABLE = RunTable.of("import_run", ImportState.UNDOING);

    private static final String SELECT =
            """
            select r.*, f.size as file_size, u.full_name as created_by_name
            from import_run r join stored_file f on f.id = r.file_id join app_user u on u.id = r.created_by
            """;

    /** Stands in cursors for the end of what is not at its end: after all others. */
    static final Instant UNFINISHED = Instant.parse("9999-01-01T00:00:00Z");

    private static final String TAKEN_BACK = "r.undone_by is not null";
    private static final String STARTED = "r.started_at is not null";

    @Inject
    Database database;

    // ---- for the user

    long insert(
            String type,
            long fileId,
            String fileName,
            ImportOptions options,
            List<String> headers,
            Map<String, String> mapping,
            long userId,
            Instant now) {
        return database.first(
                        SqlFragment.of(
                                """
                                insert into import_run (id, type, state, file_id, file_name, options, headers, mapping,
                                                        created_by, created_at)
                                values (nextval('import_run_seq'), ?, 'UPLOADED', ?, ?, ?::jsonb, ?::jsonb, ?::jsonb, ?, ?)
                                returning id
                                """,
                                type,
                                fileId,
                                fileName,
                                options.toJson(),
                                MappingJson.of(headers),
                                MappingJson.of(mapping),
                                userId,
                                now),
                        row -> row.getLong(1))
                .orElseThrow();
    }

    Optional<ImportRun> find(long id) {
        return database.first(SqlFragment.of(SELECT + "where r.id = ?", id), ImportRunSql::run);
    }

    /** Those beyond a cursor that somebody takes back, or took back last. */
    List<ImportRun> lastTakenBack(Cursor after, int limit) {
        return inOrderOf(SqlFragment.of("coalesce(r.finished_at, ?)", UNFINISHED), TAKEN_BACK, after, limit);
    }

    long countTakenBack() {
        return count(SqlFragment.of(TAKEN_BACK));
    }

    /** Those beyond a cursor that began last. */
    List<ImportRun> lastStarted(Cursor after, int limit) {
        return inOrderOf(SqlFragment.of("r.started_at"), STARTED, after, limit);
    }

    long countStarted() {
        return count(SqlFragment.of(STARTED));
    }

    private List<ImportRun> inOrderOf(SqlFragment moment, String condition, Cursor after, int limit) {
        SqlFragment beyond = after == null
                ? SqlFragment.TRUE
                : SqlFragment.of("(")
                        .then(moment)
                        .then(SqlFragment.of(", r.id) < (?, ?)", after.instantAt(0), after.longAt(1)));
        return database.list(
                SqlFragment.of(SELECT + "where ")
                        .then(SqlFragment.of(condition).and(beyond))
                        .then(" order by ")
                        .then(moment)
                        .then(SqlFragment.of(" desc, r.id desc limit ?", limit)),
                ImportRunSql::run);
    }

    /** The newest runs beyond a cursor, of one user or (0) of all. */
    List<ImportRun> newest(long userId, Cursor after, int limit) {
        return database.list(
                SqlFragment.of(SELECT + "where ")
                        .then(of(userId).and(RunPageSql.beyond(after)))
                        .then(SqlFragment.of(" order by r.created_at desc, r.id desc limit ?", limit)),
                ImportRunSql::run);
    }

    long count(long userId) {
        return count(of(userId));
    }

    private long count(SqlFragment condition) {
        return database.first(
                        SqlFragment.of("select count(*) from import_run r where ")
                                .then(condition),
                        row -> row.getLong(1))
                .orElseThrow();
    }

    private static SqlFragment of(long userId) {
        return userId == 0 ? SqlFragment.TRUE : SqlFragment.of("r.created_by = ?", userId);
    }

    /** Notes titles, mapping and options of a run that nobody works on; false when it is no longer open. */
    boolean map(
            long id,
            ImportState state,
            List<String> headers,
            Map<String, String> mapping,
            ImportOptions options,
            String problem) {
        return database.update(SqlFragment.of(
                        """
                        update import_run
                        set state = ?, headers = ?::jsonb, mapping = ?::jsonb, options = ?::jsonb, problem = ?, version = version + 1,
                            phase = null, position = 0, total = null, rows_read = 0, rows_created = 0, rows_updated = 0,
                            rows_unchanged = 0, rows_skipped = 0, rows_refused = 0, rows_shared = 0, rows_warned = 0,
                            finished_at = null
                        where id = ? and state in ('UPLOADED', 'MAPPED', 'CHECKED')
                        """,
                        state,
                        MappingJson.of(headers),
                        MappingJson.of(mapping),
                        options.toJson(),
                        problem == null ? Database.Null.TEXT : problem,
                        id))
                == 1;
    }

    /** Puts a run to work, if it is still in the state in which the user saw it. */
    boolean begin(long id, ImportState from, ImportState to, ImportPhase phase, boolean dryRun, Instant now) {
        return database.update(SqlFragment.of(
                        """
                        update import_run
                        set state = ?, phase = ?, dry_run = ?, position = n.done, phase_from = n.done, phase_at = ?,
                            started_at = coalesce(started_at, ?), finished_at = null, owner = null, heartbeat = null,
                            stop_requested = false, attempts = 0, error_code = null, error_detail = null,
                            version = version + 1
                        from (select case when phase = ? then position else 0 end as done from import_run where id = ?) n
                        where id = ? and state = ?
                        """,
                        to,
                        phase,
                        dryRun,
                        now,
                        now,
                        phase,
                        id,
                        id,
                        from))
                == 1;
    }

    void noteUndoer(long id, long userId) {
        database.update(SqlFragment.of("update import_run set undone_by = ? where id = ?", userId, id));
    }

    /** A file that cannot be read fails its run before anybody works on it. */
    void refuse(long id, String code, Instant now) {
        database.update(SqlFragment.of(
                "update import_run set state = 'FAILED', error_code = ?, finished_at = ? where id = ?", code, now, id));
    }

    void requestStop(long id) {
        database.update(SqlFragment.of(
                "update import_run set stop_requested = true where id = ? and state in ('CHECKING', 'RUNNING', 'UNDOING')",
                id));
    }

    void delete(long id) {
        deleteRows(id);
        database.update(SqlFragment.of("delete from import_run where id = ?", id));
    }

    void deleteRows(long id) {
        delete(id, "import_row", "import_match", "import_verdict", "import_change", "import_step", "import_tag");
    }

    private void delete(long id, String... tables) {
        for (String table : tables) {
            database.update(SqlFragment.of("delete from " + table + " where run_id = ?", id));
        }
    }

    // ---- for the worker

    /** The end of a step: position and heartbeat, together with the step's work. */
    boolean advance(long id, String owner, long position, long read, Instant now) {
        return database.update(SqlFragment.of(
                        """
                        update import_run set position = ?, rows_read = greatest(rows_read, ?), heartbeat = ?, attempts = 0
                        where id = ? and owner = ?
                        """,
                        position,
                        read,
                        now,
                        id,
                        owner))
                == 1;
    }

    /** The end of an apply step; steps may end in any order. */
    boolean advanceBy(long id, String owner, int rows, Instant now) {
        return database.update(SqlFragment.of(
                        """
                        update import_run set position = position + ?, heartbeat = ?, attempts = 0
                        where id = ? and owner = ?
                        """,
                        rows,
                        now,
                        id,
                        owner))
                == 1;
    }

    /** The end of a phase. */
    boolean enter(long id, String owner, ImportState state, ImportPhase phase, Instant now) {
        return database.update(SqlFragment.of(
                        """
                        update import_run set state = ?, phase = ?, position = 0, phase_from = 0, phase_at = ?, heartbeat = ?,
                            attempts = 0
                        where id = ? and owner = ?
                        """,
                        state,
                        phase,
                        now,
                        now,
                        id,
                        owner))
                == 1;
    }

    boolean noteTotal(long id, String owner, long total) {
        return database.update(SqlFragment.of(
                        """
                        update import_run r set total = ?, rows_read = ?,
                            rows_warned = (select count(*) from import_row w where w.run_id = r.id
                                           and w.problems is not null and w.error_code is null)
                        where id = ? and owner = ?
                        """,
                        total,
                        total,
                        id,
                        owner))
                == 1;
    }

    /** Before they are looked for, perhaps again. */
    void deleteVerdicts(long id) {
        delete(id, "import_match", "import_verdict");
    }

    /** What was laid ready to find the verdicts. */
    void deleteMatches(long id) {
        delete(id, "import_match");
    }

    /** Counts the verdicts anew; one statement, so that the counts always fit together. */
    boolean count(long id, String owner) {
        return database.update(SqlFragment.of(
                        """
                        update import_run r
                        set rows_created = n.created, rows_updated = n.updated, rows_unchanged = n.unchanged,
                            rows_skipped = n.skipped, rows_refused = n.refused, rows_shared = n.shared
                        from (select count(*) filter (where verdict = 'CREATE') as created,
                                     count(*) filter (where verdict = 'UPDATE') as updated,
                                     count(*) filter (where verdict = 'UNCHANGED') as unchanged,
                                     count(*) filter (where verdict = 'SKIP') as skipped,
                                     count(*) filter (where verdict = 'REFUSE') as refused,
                                     count(*) filter (where shared and verdict in ('CREATE', 'UPDATE')) as shared
                              from import_verdict where run_id = ?) n
                        where r.id = ? and r.owner = ?
                        """,
                        id,
                        id,
                        owner))
                == 1;
    }

    /** The end: the state depends on whether rows were refused. */
    boolean finish(long id, String owner, Instant now) {
        return database.update(SqlFragment.of(
                        """
                        update import_run
                        set state = case when rows_refused > 0 then 'DONE_WITH_ERRORS' else 'DONE' end, phase = null,
                            position = total, owner = null, finished_at = ?, error_detail = null
                        where id = ? and owner = ?
                        """,
                        now,
                        id,
                        owner))
                == 1;
    }

    /** The end of taking back: how many rows were, and how many had to stay. */
    boolean endUndo(long id, String owner, Instant now) {
        return database.update(SqlFragment.of(
                        """
                        update import_run r
                        set state = 'UNDONE', phase = null, owner = null, finished_at = ?, error_detail = null,
                            rows_undone = n.undone, rows_left = n.remaining
                        from (select count(*) filter (where undo = 'DONE') as undone,
                                     count(*) filter (where undo <> 'DONE') as remaining
                              from import_change where run_id = ?) n
                        where r.id = ? and r.owner = ?
                        """,
                        now,
                        id,
                        id,
                        owner))
                == 1;
    }

    /** Rests at a state without an owner: CHECKED, STOPPED. */
    boolean rest(long id, String owner, ImportState state, Instant now) {
        return database.update(SqlFragment.of(
                        """
                        update import_run set state = ?, owner = null, stop_requested = false, finished_at = ?
                        where id = ? and owner = ?
                        """,
                        state,
                        now,
                        id,
                        owner))
                == 1;
    }

    /** Marks rows as applied in the transaction that applies them; a second worker fails here, whatever owns the run. */
    void insertStep(long id, RowRange rows) {
        database.update(SqlFragment.of(
                "insert into import_step (run_id, after_row, up_to_row) values (?, ?, ?)",
                id,
                rows.after(),
                rows.upTo()));
    }

    /** What is applied, in the order of rows. */
    List<RowRange> steps(long id) {
        return database.list(
                SqlFragment.of("select after_row, up_to_row from import_step where run_id = ? order by after_row", id),
                row -> new RowRange(row.getInt(1), row.getInt(2)));
    }

    /** The greatest row number staged, 0 for none. */
    int lastRow(long id) {
        return database.first(
                        SqlFragment.of("select coalesce(max(row_no), 0) from import_row where run_id = ?", id),
                        row -> row.getInt(1))
                .orElse(0);
    }

    // ---- reading

    private static ImportRun run(ResultSet row) throws SQLException {
        String phase = row.getString("phase");
        return new ImportRun(
                row.getLong("id"),
                row.getString("type"),
                ImportState.valueOf(row.getString("state")),
                phase == null ? null : ImportPhase.valueOf(phase),
                row.getBoolean("dry_run"),
                row.getLong("file_id"),
                row.getString("file_name"),
                row.getLong("file_size"),
                ImportOptions.parse(row.getString("options")),
                MappingJson.headers(row.getString("headers")),
                MappingJson.mapping(row.getString("mapping")),
                row.getString("problem"),
                row.getString("error_code"),
                row.getString("error_detail"),
                row.getLong("position"),
                Database.longOrNull(row, "total"),
                new ImportCounts(
                        row.getLong("rows_read"),
                        row.getLong("rows_created"),
                        row.getLong("rows_updated"),
                        row.getLong("rows_unchanged"),
                        row.getLong("rows_skipped"),
                        row.getLong("rows_refused"),
                        row.getLong("rows_shared")),
                row.getLong("rows_warned"),
                row.getLong("rows_undone"),
                row.getLong("rows_left"),
                row.getLong("created_by"),
                row.getString("created_by_name"),
                Database.instant(row, "created_at"),
                Database.instant(row, "started_at"),
                Database.instant(row, "finished_at"),
                row.getBoolean("stop_requested"),
                new ImportPace(Database.instant(row, "phase_at"), row.getLong("phase_from")));
    }
}
