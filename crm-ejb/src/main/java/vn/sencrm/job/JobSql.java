package vn.sencrm.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.sencrm.common.Cursor;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;

/** Schedules and runs in the database; whatever an owner writes is written only while it is the owner. */
@ApplicationScoped
class JobSql {

    /** Whoever has not said for so long that it lives is dead. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private static final String RUN =
            """
            select id, job_name, state, progress, due_at, created_at, started_at, finished_at, error_code, error_detail
            from job_run
            """;

    @Inject
    Database database;

    // ---- schedules

    List<JobSchedule> schedules() {
        return database.list(
                SqlFragment.of("select name, cron, zone, enabled, next_due from job_schedule order by name"),
                row -> new JobSchedule(
                        row.getString("name"),
                        row.getString("cron"),
                        row.getString("zone"),
                        row.getBoolean("enabled"),
                        Database.instant(row, "next_due")));
    }

    /** Moves a schedule on; of several servers that try, one is told true, and none while all schedules are stopped. */
    boolean moveOn(JobSchedule schedule, Instant next) {
        return database.update(SqlFragment.of(
                        """
                        update job_schedule set next_due = ?
                        where name = ? and enabled and next_due is not distinct from ?
                            and not exists (select from job_switch where stopped_at is not null)
                        """,
                        next,
                        schedule.name(),
                        schedule.nextDue() == null ? Database.Null.TIMESTAMP : schedule.nextDue()))
                == 1;
    }

    /** Brings a schedule's next moment forward to now; one that is switched off keeps resting. */
    void makeDue(String name, Instant now) {
        database.update(SqlFragment.of("update job_schedule set next_due = ? where name = ? and enabled", now, name));
    }

    // ---- runs

    /** Asks for the run of a schedule that is due; empty when one is waiting or running already. */
    Optional<Long> insertRun(JobSchedule schedule, Instant now) {
        return insertRun(schedule.name(), 0, schedule.nextDue(), now);
    }

    /** Asks for a run that a user wants; empty as above. */
    Optional<Long> insertRun(String jobName, long userId, Instant now) {
        return insertRun(jobName, userId, Database.Null.TIMESTAMP, now);
    }

    private Optional<Long> insertRun(String jobName, long userId, Object due, Instant now) {
        return database.first(
                SqlFragment.of(
                        """
                        insert into job_run (id, job_name, state, created_by, due_at, created_at)
                        values (nextval('job_run_seq'), ?, 'WAITING', nullif(?::bigint, 0), ?, ?)
                        on conflict (job_name) where state in ('WAITING', 'RUNNING') do nothing
                        returning id
                        """,
                        jobName,
                        userId,
                        due,
                        now),
                row -> row.getLong(1));
    }

    Optional<JobRun> find(long id) {
        return database.first(SqlFragment.of(RUN + "where id = ?", id), JobSql::run);
    }

    /** The newest runs beyond a cursor (null for none), of one job or (blank) of all. */
    List<JobRun> newest(String jobName, Cursor after, int limit) {
        return database.list(
                SqlFragment.of(RUN + "where ")
                        .then(of(jobName)
                                .and(after == null ? SqlFragment.TRUE : SqlFragment.of("id < ?", after.longAt(0))))
                        .then(SqlFragment.of(" order by id desc limit ?", limit)),
                JobSql::run);
    }

    long count(String jobName) {
        return database.first(
                        SqlFragment.of("select count(*) from job_run where ").then(of(jobName)), row -> row.getLong(1))
                .orElseThrow();
    }

    private static SqlFragment of(String jobName) {
        return jobName.isEmpty() ? SqlFragment.TRUE : SqlFragment.of("job_name = ?", jobName);
    }

    /** False when the run has ended. */
    boolean requestStop(long id, Instant now) {
        return database.update(SqlFragment.of(
                        """
                        update job_run
                        set stop_requested = true, state = case state when 'WAITING' then 'STOPPED' else state end,
                            finished_at = case state when 'WAITING' then ? end
                        where id = ? and state in ('WAITING', 'RUNNING')
                        """,
                        now,
                        id))
                == 1;
    }

    void enable(String name, boolean enabled) {
        database.update(SqlFragment.of("update job_schedule set enabled = ? where name = ?", enabled, name));
    }

    List<JobRun> claimable(Instant now) {
        return database.list(
                SqlFragment.of(
                        RUN + "where state = 'WAITING' or state = 'RUNNING' and heartbeat < ? order by id",
                        now.minus(SILENCE)),
                JobSql::run);
    }

    /**
     * Makes a run the claimer's and tells how often it was claimed; empty when somebody else has it. It begins anew, and so
     * do its counts.
     */
    Optional<Integer> claim(long id, String owner, Instant now) {
        return database.first(
                SqlFragment.of(
                        """
                        update job_run
                        set state = 'RUNNING', owner = ?, heartbeat = ?, started_at = coalesce(started_at, ?),
                            attempts = attempts + 1, progress = '{}'
                        where id = ? and (state = 'WAITING' or state = 'RUNNING' and heartbeat < ?)
                        returning attempts
                        """,
                        owner,
                        now,
                        now,
                        id,
                        now.minus(SILENCE)),
                row -> row.getInt(1));
    }

    /** Somebody else may begin it anew. */
    void giveBack(long id, String owner) {
        database.update(SqlFragment.of(
                "update job_run set state = 'WAITING', owner = null where id = ? and owner = ? and state = 'RUNNING'",
                id,
                owner));
    }

    void beat(long id, String owner, Instant now) {
        database.update(SqlFragment.of(
                "update job_run set heartbeat = ? where id = ? and owner = ? and state = 'RUNNING'", now, id, owner));
    }

    boolean isOwner(long id, String owner) {
        return database.first(
                        SqlFragment.of(
                                "select 1 from job_run where id = ? and owner = ? and state = 'RUNNING'", id, owner),
                        row -> 1)
                .isPresent();
    }

    /** Adds to what was done and tells whether the run shall stop; empty when it is no longer the owner's. */
    Optional<Boolean> advance(long id, String owner, String count, int more, Instant now) {
        return database.first(
                SqlFragment.of(
                        """
                        update job_run
                        set progress = progress || jsonb_build_object(?::text, coalesce((progress ->> ?)::bigint, 0) + ?),
                            heartbeat = ?
                        where id = ? and owner = ? and state = 'RUNNING'
                        returning stop_requested
                        """,
                        count,
                        count,
                        more,
                        now,
                        id,
                        owner),
                row -> row.getBoolean(1));
    }

    boolean finish(long id, String owner, Instant now) {
        return database.update(SqlFragment.of(
                        """
                        update job_run
                        set state = case when stop_requested then 'STOPPED' else 'DONE' end, finished_at = ?, owner = null
                        where id = ? and owner = ? and state = 'RUNNING'
                        """,
                        now,
                        id,
                        owner))
                == 1;
    }

    boolean fail(long id, String owner, String code, String detail, Instant now) {
        return database.update(SqlFragment.of(
                        """
                        update job_run
                        set state = 'FAILED', error_code = ?, error_detail = ?, finished_at = ?, owner = null
                        where id = ? and owner = ? and state = 'RUNNING'
                        """,
                        code,
                        detail,
                        now,
                        id,
                        owner))
                == 1;
    }

    /** The last run of each job that ever ran. */
    List<JobRun> lastRuns() {
        return database.list(
                SqlFragment.of("select distinct on (job_name) * from (" + RUN + ") r order by job_name, id desc"),
                JobSql::run);
    }

    /** Deletes ended runs, never a job's last one. */
    int deleteRuns(Instant endedBefore, int atMost) {
        return database.update(SqlFragment.of(
                """
                delete from job_run where id in (
                    select id from job_run r
                    where finished_at < ?
                        and exists (select from job_run n where n.job_name = r.job_name and n.id > r.id)
                    order by id limit ?)
                """,
                endedBefore,
                atMost));
    }

    private static JobRun run(ResultSet row) throws SQLException {
        return new JobRun(
                row.getLong("id"),
                row.getString("job_name"),
                JobRunState.valueOf(row.getString("state")),
                Map.of(),
                null,
                counts(row.getString("progress")),
                Database.instant(row, "due_at"),
                Database.instant(row, "created_at"),
                Database.instant(row, "started_at"),
                Database.instant(row, "finished_at"),
                row.getString("error_code"),
                row.getString("error_detail"));
    }

    private static Map<String, Long> counts(String json) {
        Map<String, Long> counts = new TreeMap<>();
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            reader.readObject().forEach((name, count) -> counts.put(name, ((JsonNumber) count).longValue()));
        }
        return counts;
    }
}
