package vn.sencrm.export;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.sencrm.common.Cursor;
import vn.sencrm.common.Database;
import vn.sencrm.common.NamedSql;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.job.RunPageSql;
import vn.sencrm.job.RunTable;

/** Reads and writes {@code export_run}. */
@ApplicationScoped
class ExportRunSql {

    static final RunTable TABLE = RunTable.of("export_run", ExportState.RUNNING);

    private static final String SELECT =
            """
            select r.id, r.list, r.format, r.language, r.filter, r.search, r.ids is not null as selected, r.sort,
                   r.columns, r.state, r.position, r.total, r.file_id, f.name as file_name, f.size as file_size,
                   r.error_code, r.error_detail, r.created_by, r.created_at, r.finished_at
            from export_run r left join stored_file f on f.id = r.file_id
            """;

    @Inject
    Database database;

    // ---- for the user

    long insert(NewExport asked, long userId, Instant now) {
        return database.first(
                        NamedSql.of(
                                """
                                insert into export_run
                                    (id, list, format, language, filter, search, ids, sort, columns, words, created_by,
                                     created_at)
                                values (nextval('export_run_seq'), :list, :format, :language, :filter::jsonb, :search,
                                        :ids, :sort, :columns::jsonb, :words::jsonb, :user, :now)
                                returning id
                                """,
                                "list",
                                asked.list(),
                                "format",
                                asked.format(),
                                "language",
                                asked.language(),
                                "filter",
                                orNull(asked.filter()),
                                "search",
                                orNull(asked.search()),
                                "ids",
                                asked.ids() == null
                                        ? SqlFragment.of("null::bigint[]")
                                        : SqlFragment.of("?::bigint[]", asked.ids()),
                                "sort",
                                asked.sort(),
                                "columns",
                                json(asked.columns()),
                                "words",
                                NewExport.json(asked.words()),
                                "user",
                                userId,
                                "now",
                                now),
                        row -> row.getLong(1))
                .orElseThrow();
    }

    private static Object orNull(String text) {
        return text == null ? Database.Null.TEXT : text;
    }

    /** Ends a run in the transaction that asked for it: no job has seen it. */
    void finishAtOnce(long id, long rows, long fileId, Instant now) {
        database.update(SqlFragment.of(
                """
                update export_run set state = 'DONE', position = ?, total = ?, file_id = ?, finished_at = ?
                where id = ?
                """,
                rows,
                rows,
                fileId,
                now,
                id));
    }

    static String json(List<ExportColumn> columns) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        columns.forEach(column ->
                array.add(JSON.createObjectBuilder().add("name", column.name()).add("header", column.header())));
        return array.build().toString();
    }

    Optional<ExportRun> find(long id) {
        return database.first(SqlFragment.of(SELECT + "where r.id = ?", id), ExportRunSql::run);
    }

    /** The words that came with an export, by their names. */
    Map<String, String> words(long id) {
        return database.first(SqlFragment.of("select words from export_run where id = ?", id), row -> row.getString(1))
                .map(ExportRunSql::texts)
                .orElse(Map.of());
    }

    /** An object of texts. */
    static Map<String, String> texts(String json) {
        Map<String, String> texts = new HashMap<>();
        try (JsonReader reader = JSON.createReader(new StringReader(json))) {
            JsonObject object = reader.readObject();
            object.keySet().forEach(name -> texts.put(name, object.getString(name)));
        }
        return texts;
    }

    /** The newest runs beyond a cursor, of one user or (0) of all. */
    List<ExportRun> newest(long userId, Cursor after, int limit) {
        return database.list(
                SqlFragment.of(SELECT + "where ")
                        .then(of(userId).and(RunPageSql.beyond(after)))
                        .then(SqlFragment.of(" order by r.created_at desc, r.id desc limit ?", limit)),
                ExportRunSql::run);
    }

    long count(long userId) {
        return database.first(
                        SqlFragment.of("select count(*) from export_run r where ")
                                .then(of(userId)),
                        row -> row.getLong(1))
                .orElseThrow();
    }

    private static SqlFragment of(long userId) {
        return userId == 0 ? SqlFragment.TRUE : SqlFragment.of("r.created_by = ?", userId);
    }

    /** Puts a run that left no file to work again; false for any other. */
    boolean restart(long id) {
        return database.update(SqlFragment.of(
                        """
                        update export_run
                        set state = 'RUNNING', owner = null, heartbeat = null, stop_requested = false, attempts = 0,
                            error_code = null, error_detail = null, finished_at = null, position = 0
                        where id = ? and state in ('STOPPED', 'FAILED')
                        """,
                        id))
                == 1;
    }

    void requestStop(long id) {
        database.update(
                SqlFragment.of("update export_run set stop_requested = true where id = ? and state = 'RUNNING'", id));
    }

    // ---- for the worker

    /** A file is begun: the rows of one that another server had begun count no more. */
    boolean begin(long id, String owner, long total, Instant now) {
        return database.update(SqlFragment.of(
                        "update export_run set position = 0, total = ?, heartbeat = ? where id = ? and owner = ?",
                        total,
                        now,
                        id,
                        owner))
                == 1;
    }

    boolean advance(long id, String owner, long rows, Instant now) {
        return database.update(SqlFragment.of(
                        "update export_run set position = ?, heartbeat = ? where id = ? and owner = ?",
                        rows,
                        now,
                        id,
                        owner))
                == 1;
    }

    /** What was selected last is what the file holds, whatever there was when it was counted. */
    boolean finish(long id, String owner, long rows, long fileId, Instant now) {
        return database.update(SqlFragment.of(
                        """
                        update export_run set state = 'DONE', position = ?, total = ?, file_id = ?, owner = null,
                            ids = null, error_detail = null, finished_at = ?
                        where id = ? and owner = ?
                        """,
                        rows,
                        rows,
                        fileId,
                        now,
                        id,
                        owner))
                == 1;
    }

    /** Exports of before a moment, with their files; those without one count too. */
    int deleteOld(Instant before, int atMost) {
        List<Long> files = database.list(
                SqlFragment.of(
                        """
                        delete from export_run where id in (
                            select id from export_run
                            where coalesce(finished_at, created_at) < ? and state <> 'RUNNING' order by id limit ?)
                        returning coalesce(file_id, 0)
                        """,
                        before,
                        atMost),
                row -> row.getLong(1));
        if (!files.isEmpty()) {
            database.update(SqlFragment.of("delete from stored_file where id = any(?)", files));
        }
        return files.size();
    }

    // ---- reading

    private static ExportRun run(ResultSet row) throws SQLException {
        return new ExportRun(
                row.getLong("id"),
                row.getString("list"),
                ExportFormat.valueOf(row.getString("format")),
                row.getString("language"),
                row.getString("filter"),
                row.getString("search"),
                row.getBoolean("selected"),
                row.getString("sort"),
                columns(row.getString("columns")),
                ExportState.valueOf(row.getString("state")),
                row.getLong("position"),
                row.getLong("total"),
                Database.longOrNull(row, "file_id"),
                row.getString("file_name"),
                row.getLong("file_size"),
                row.getString("error_code"),
                row.getString("error_detail"),
                row.getLong("created_by"),
                Database.instant(row, "created_at"),
                Database.instant(row, "finished_at"));
    }

    private static List<ExportColumn> columns(String json) {
        try (JsonReader reader = JSON.createReader(new StringReader(json))) {
            return reader.readArray().stream()
                    .map(column -> column.asJsonObject())
                    .map(column -> new ExportColumn(column.getString("name"), column.getString("header")))
                    .toList();
        }
    }
}
