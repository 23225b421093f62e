package vn.sencrm.system;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;

/** Counts over the tables of all features. Each is found by an index or in a table of some thousand rows. */
@ApplicationScoped
class SystemSql {

    @Inject
    Database database;

    /** @param table of our own code */
    List<RunCount> runs(String job, String table) {
        return database.list(
                SqlFragment.of("select ?, state, count(*) from " + table + " group by state order by state", job),
                row -> new RunCount(row.getString(1), row.getString(2), row.getLong(3)));
    }

    List<RunCount> runsOfSchedules() {
        return database.list(
                SqlFragment.of("select job_name, state, count(*) from job_run group by 1, 2 order by 1, 2"),
                row -> new RunCount(row.getString(1), row.getString(2), row.getLong(3)));
    }

    List<FailedRun> failuresOfSchedules(int most) {
        return failed("job_name", "job_run", most);
    }

    /** @param table of our own code */
    List<FailedRun> failures(String job, String table, int most) {
        return failed("'" + job + "'", table, most);
    }

    private List<FailedRun> failed(String job, String table, int most) {
        return database.list(
                SqlFragment.of(
                        "select " + job
                                + " as job, id, coalesce(finished_at, created_at) as at, error_code, error_detail,"
                                + " request_id from " + table + " where state = 'FAILED' order by at desc limit ?",
                        most),
                row -> new FailedRun(
                        row.getString("job"),
                        row.getLong("id"),
                        Database.instant(row, "at"),
                        row.getString("error_code"),
                        row.getString("error_detail"),
                        row.getString("request_id")));
    }

    /** Customers of teams with a rule whom nobody could take yet. */
    long queued() {
        return number(
                SqlFragment.of(
                        """
                select coalesce(sum(n), 0) from team t cross join lateral (
                    select count(*) as n from customer c
                    where c.team_id = t.id and c.owner_id is null and c.state = 'ACTIVE') waiting
                where t.mode <> 'NONE' and not t.archived
                """));
    }

    long unreadNotifications() {
        return number(SqlFragment.of("select count(*) from notification where read_at is null"));
    }

    /** Of browsers, seen since. */
    long sessions(Instant seenAfter) {
        return number(SqlFragment.of(
                "select count(*) from sign_in_session where last_seen_at > ? and ended_at is null", seenAfter));
    }

    DatabaseFigures database() {
        return database.first(
                        SqlFragment.of(
                                """
                                select current_setting('server_version') as version, (
                                    select version || ' ' || description from flyway_schema_history
                                    where success and version is not null
                                    order by installed_rank desc limit 1) as schema,
                                    pg_database_size(current_database()) as bytes, (
                                    select count(*) from pg_stat_activity
                                    where datname = current_database()) as connections,
                                    current_setting('max_connections')::int as max_connections,
                                    pg_postmaster_start_time() as started_at
                                """),
                        row -> new DatabaseFigures(
                                row.getString("version"),
                                row.getString("schema"),
                                row.getLong("bytes"),
                                row.getInt("connections"),
                                row.getInt("max_connections"),
                                Database.instant(row, "started_at")))
                .orElseThrow();
    }

    private long number(SqlFragment query) {
        return database.first(query, row -> row.getLong(1)).orElseThrow();
    }
}
