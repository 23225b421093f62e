package vn.sencrm.bulk;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.sencrm.common.Cursor;
import vn.sencrm.common.Database;
import vn.sencrm.common.NamedSql;
import vn.sencrm.common.Page;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.job.RunPageSql;
import vn.sencrm.job.RunPages;
import vn.sencrm.job.RunTable;

/** Reads and writes {@code bulk_action} and the frozen selections. */
@ApplicationScoped
class BulkRunSql {

    static final RunTable TABLE = RunTable.of("bulk_action", BulkState.RUNNING);

    /** Records of a part: a step of about a second. */
    private static final int PART_SIZE = 10_000;

    private static final String SELECT =
            """
            select r.*, u.full_name as created_by_name,
                   (select n.id from bulk_action n where n.undoes = r.id) as undone_by
            from bulk_action r join app_user u on u.id = r.created_by
            """;

    @Inject
    Database database;

    // ---- for the user

    long insert(String action, JsonObject parameters, BulkSelection selection, long userId, Instant now) {
        return insert(
                """
                insert into bulk_action (id, action, parameters, filter, search, created_by, created_at)
                values (nextval('bulk_action_seq'), :action, :parameters::jsonb, :filter::jsonb, :search, :user, :now)
                returning id
                """,
                "action",
                action,
                "parameters",
                parameters.toString(),
                "filter",
                selection.filter() == null
                        ? Database.Null.TEXT
                        : selection.filter().toJson(),
                "search",
                selection.search() == null ? Database.Null.TEXT : selection.search(),
                "user",
                userId,
                "now",
                now);
    }

    /** A run that takes another one back; a second one for the same is refused by the unique index. */
    Optional<Long> insertUndo(BulkRun run, long userId, Instant now) {
        return database.first(
                NamedSql.of(
                        """
                        insert into bulk_action (id, action, parameters, undoes, created_by, created_at)
                        select nextval('bulk_action_seq'), action, parameters, id, :user, :now
                        from bulk_action where id = :id
                        on conflict do nothing returning id
                        """,
                        "id",
                        run.id(),
                        "user",
                        userId,
                        "now",
                        now),
                row -> row.getLong(1));
    }

    private long insert(String sql, Object... namesAndValues) {
        return database.first(NamedSql.of(sql, namesAndValues), row -> row.getLong(1))
                .orElseThrow();
    }

    /** Freezes what a statement selects, in one statement, and tells how many records that are. */
    long freeze(long id, SqlFragment selection) {
        long total = database.first(
                        NamedSql.of(
                                """
                                with p as (
                                    insert into bulk_part (run_id, part_no, ids)
                                    select :run, (s.n - 1) / :size, array_agg(s.id order by s.id)
                                    from (select f.id, row_number() over (order by f.id) as n
                                          from (:selection) f (id)) s
                                    group by 2
                                    returning cardinality(ids) as n)
                                select coalesce(sum(n), 0) from p
                                """,
                                "run",
                                id,
                                "size",
                                PART_SIZE,
                                "selection",
                                selection),
                        row -> row.getLong(1))
                .orElseThrow();
        database.update(SqlFragment.of("update bulk_action set total = ? where id = ?", total, id));
        return total;
    }

    SqlFragment given(List<Long> ids) {
        return SqlFragment.of("select distinct u.id from unnest(cast(? as bigint[])) as u (id)", ids);
    }

    SqlFragment doneBy(long run) {
        return SqlFragment.of("select i.customer_id from bulk_item i where i.run_id = ? and i.verdict = 'DONE'", run);
    }

    Optional<BulkRun> find(long id) {
        return database.first(SqlFragment.of(SELECT + "where r.id = ?", id), BulkRunSql::run);
    }

    /**
     * A page of the newest runs, of one user or (0) of all.
     *
     * @param name what its cursors are bound to
     */
    Page<BulkRun> page(long userId, String name, String after, int size) {
        return RunPages.page(
                name,
                after,
                size,
                count(userId),
                (position, limit) -> newest(userId, position, limit),
                run -> RunPages.place(run.createdAt(), run.id()));
    }

    private List<BulkRun> newest(long userId, Cursor after, int limit) {
        return database.list(
                SqlFragment.of(SELECT + "where ")
                        .then(of(userId).and(RunPageSql.beyond(after)))
                        .then(SqlFragment.of(" order by r.created_at desc, r.id desc limit ?", limit)),
                BulkRunSql::run);
    }

    private long count(long userId) {
        return database.first(
                        SqlFragment.of("select count(*) from bulk_action r where ")
                                .then(of(userId)),
                        row -> row.getLong(1))
                .orElseThrow();
    }

    private static SqlFragment of(long userId) {
        return userId == 0 ? SqlFragment.TRUE : SqlFragment.of("r.created_by = ?", userId);
    }

    void requestStop(long id) {
        database.update(
                SqlFragment.of("update bulk_action set stop_requested = true where id = ? and state = 'RUNNING'", id));
    }

    /** Puts a resting run to work again, if it is still in the state in which the user saw it. */
    boolean resume(long id, BulkState from) {
        return database.update(SqlFragment.of(
                        """
                        update bulk_action
                        set state = 'RUNNING', owner = null, heartbeat = null, stop_requested = false, attempts = 0,
                            error_code = null, error_detail = null, finished_at = null
                        where id = ? and state = ?
                        """,
                        id,
                        from))
                == 1;
    }

    // ---- for the worker

    int parts(long id) {
        return database.first(
                        SqlFragment.of("select count(*) from bulk_part where run_id = ?", id), row -> row.getInt(1))
                .orElseThrow();
    }

    /** The end of a step. A second worker on the same part fails here, and by the key of its items before. */
    boolean advance(long id, String owner, int part, BulkCounts counts, Instant now) {
        return database.update(NamedSql.of(
                        """
                        update bulk_action
                        set position = :part + 1, done = done + :done, unchanged = unchanged + :unchanged,
                            skipped = skipped + :skipped, refused = refused + :refused, heartbeat = :now, attempts = 0
                        where id = :id and owner = :owner and position = :part
                        """,
                        "id",
                        id,
                        "owner",
                        owner,
                        "part",
                        part,
                        "done",
                        counts.done(),
                        "unchanged",
                        counts.unchanged(),
                        "skipped",
                        counts.skipped(),
                        "refused",
                        counts.refused(),
                        "now",
                        now))
                == 1;
    }

    boolean finish(long id, String owner, Instant now) {
        return database.update(SqlFragment.of(
                        """
                        update bulk_action
                        set state = case when skipped + refused > 0 then 'DONE_WITH_ERRORS' else 'DONE' end,
                            owner = null, finished_at = ?, error_detail = null
                        where id = ? and owner = ?
                        """,
                        now,
                        id,
                        owner))
                == 1;
    }

    // ---- reading

    private static BulkRun run(ResultSet row) throws SQLException {
        return new BulkRun(
                row.getLong("id"),
                row.getString("action"),
                object(row.getString("parameters")),
                row.getString("filter"),
                row.getString("search"),
                Database.longOrNull(row, "undoes"),
                Database.longOrNull(row, "undone_by"),
                BulkState.valueOf(row.getString("state")),
                row.getInt("position"),
                row.getLong("total"),
                new BulkCounts(
                        row.getLong("done"), row.getLong("unchanged"), row.getLong("skipped"), row.getLong("refused")),
                row.getString("error_code"),
                row.getString("error_detail"),
                row.getLong("created_by"),
                row.getString("created_by_name"),
                Database.instant(row, "created_at"),
                Database.instant(row, "finished_at"));
    }

    private static JsonObject object(String json) {
        try (JsonReader reader = JSON.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }
}
