package vn.sencrm.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.identity.Right;

/** The emergency switch and the watchdog in the database. */
@ApplicationScoped
class JobWatchSql {

    @Inject
    Database database;

    // ---- the switch

    Optional<ScheduleStop> stop() {
        return database.first(
                SqlFragment.of(
                        """
                        select s.stopped_at, u.id, u.full_name from job_switch s join app_user u on u.id = s.stopped_by
                        """),
                row -> new ScheduleStop(
                        Database.instant(row, "stopped_at"), row.getLong("id"), row.getString("full_name")));
    }

    /** False when somebody stopped them before, whose stop it remains. */
    boolean stopAll(long userId, Instant now) {
        return database.update(SqlFragment.of(
                        """
                        update job_switch set stopped_at = ?, stopped_by = ?, told_at = null where stopped_at is null
                        """,
                        now,
                        userId))
                == 1;
    }

    /** False when they were not stopped. */
    boolean startAll() {
        return database.update(
                        SqlFragment.of(
                                """
                                update job_switch set stopped_at = null, stopped_by = null where stopped_at is not null
                                """))
                == 1;
    }

    // ---- the watchdog

    /** The schedules that are switched on; each of a job's runs is found by the index of its newest. */
    List<WatchedSchedule> watched() {
        return database.list(
                SqlFragment.of(
                        """
                        select s.name, s.cron, s.zone, s.enabled, s.next_due, s.watched_since, s.missed_told_at,
                               good.finished_at as succeeded_at, active.created_at as active_since,
                               failed.error_code, failed.error_detail
                        from job_schedule s
                        left join lateral (
                            select finished_at from job_run r where r.job_name = s.name and r.state = 'DONE'
                            order by r.id desc limit 1) good on true
                        left join lateral (
                            select created_at from job_run r
                            where r.job_name = s.name and r.state in ('WAITING', 'RUNNING') limit 1) active on true
                        left join lateral (
                            select error_code, error_detail from job_run r
                            where r.job_name = s.name and r.state = 'FAILED'
                                and r.finished_at > greatest(good.finished_at, s.watched_since)
                            order by r.id desc limit 1) failed on true
                        where s.enabled order by s.name
                        """),
                row -> new WatchedSchedule(
                        new JobSchedule(
                                row.getString("name"),
                                row.getString("cron"),
                                row.getString("zone"),
                                row.getBoolean("enabled"),
                                Database.instant(row, "next_due")),
                        Database.instant(row, "watched_since"),
                        Database.instant(row, "succeeded_at"),
                        Database.instant(row, "active_since"),
                        Database.instant(row, "missed_told_at"),
                        row.getString("error_code"),
                        row.getString("error_detail")));
    }

    /** Of several servers that want to tell of a missed job, one is told true. */
    boolean tellMissed(WatchedSchedule watched, Instant now) {
        return database.update(SqlFragment.of(
                        "update job_schedule set missed_told_at = ? where name = ? and missed_told_at is not distinct from ?",
                        now,
                        watched.schedule().name(),
                        watched.toldAt() == null ? Database.Null.TIMESTAMP : watched.toldAt()))
                == 1;
    }

    /** The same for what is missed because all schedules are stopped. */
    boolean tellStopped(Instant now) {
        return database.update(SqlFragment.of(
                        "update job_switch set told_at = ? where stopped_at is not null and told_at is null", now))
                == 1;
    }

    /** Whom to tell: active users who may run jobs. */
    List<Long> operators() {
        return database.list(
                SqlFragment.of(
                        """
                        select u.id from app_user u join app_role_right r on r.role_code = u.role_code
                        where u.active and r.right_name = ? order by u.id
                        """,
                        Right.JOB_RUN),
                row -> row.getLong(1));
    }
}
