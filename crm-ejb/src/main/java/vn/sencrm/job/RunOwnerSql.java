package vn.sencrm.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.sencrm.common.Database;
import vn.sencrm.common.NamedSql;
import vn.sencrm.common.SqlFragment;

/** Who works on the runs of a {@link RunTable}. What a worker writes is fenced by its ownership: no row, no longer the owner. */
@ApplicationScoped
class RunOwnerSql {

    /** A heartbeat older than this is a dead owner's. */
    private static final Duration DEAD_AFTER = Duration.ofSeconds(30);

    /** A run that was given back because something broke rests for so long. */
    private static final Duration REST = Duration.ofSeconds(5);

    @Inject
    Database database;

    /** Runs that wait for a worker: never begun, given back, or left by one that died. */
    List<Long> claimable(RunTable table, Instant now) {
        return database.list(
                NamedSql.of(
                        "select id from " + table.name()
                                + """
                                 where state = any (:active)
                                and (heartbeat is null or owner is null and heartbeat < :rested or heartbeat < :dead)
                                order by id
                                """,
                        "active",
                        table.active(),
                        "rested",
                        now.minus(REST),
                        "dead",
                        now.minus(DEAD_AFTER)),
                row -> row.getLong(1));
    }

    /**
     * Makes the caller the run's owner, and tells whose it was: blank when it was nobody's, empty when it stays another's. A
     * run whose row a live transaction holds is passed over: its owner lives.
     */
    Optional<String> claim(RunTable table, long id, String owner, Instant now) {
        return database.first(
                NamedSql.of(
                        "update " + table.name() + " run set owner = :owner, heartbeat = :now, attempts = attempts + 1"
                                + " from (select id, owner from " + table.name()
                                + """
                                 where id = :id and state = any (:active)
                                and (heartbeat is null or owner is null or heartbeat < :dead)
                                for update skip locked) before
                                where run.id = before.id
                                returning coalesce(before.owner, '')
                                """,
                        "owner",
                        owner,
                        "now",
                        now,
                        "id",
                        id,
                        "active",
                        table.active(),
                        "dead",
                        now.minus(DEAD_AFTER)),
                row -> row.getString(1));
    }

    /**
     * Ends the database's sessions of a server that fell silent in the midst of a transaction: one that is frozen would
     * keep what it has written, and locked, from everybody. One that waits inside a COPY is told by no time-out.
     */
    int endSessions(String silentOwner) {
        return database.list(
                        SqlFragment.of(
                                """
                                select pg_terminate_backend(pid) from pg_stat_activity
                                where usename = current_user and datname = current_database() and wait_event = 'ClientRead'
                                    and application_name = 'sen-crm ' || split_part(?, ':', 1)
                                    and xact_start < current_timestamp - interval '20 s'
                                """,
                                silentOwner),
                        row -> row.getBoolean(1))
                .size();
    }

    int attempts(RunTable table, long id) {
        return database.first(
                        SqlFragment.of("select attempts from " + table.name() + " where id = ?", id),
                        row -> row.getInt(1))
                .orElse(0);
    }

    /** The reference under which the log tells what broke last, null when nothing did. */
    String errorDetail(RunTable table, long id) {
        return database.list(
                        SqlFragment.of("select error_detail from " + table.name() + " where id = ?", id),
                        row -> row.getString(1))
                .get(0);
    }

    boolean beat(RunTable table, long id, String owner, Instant now) {
        return database.update(SqlFragment.of(
                        "update " + table.name() + " set heartbeat = ? where id = ? and owner = ?", now, id, owner))
                == 1;
    }

    void giveBack(RunTable table, long id, String owner, String reference, Instant now) {
        database.update(SqlFragment.of(
                "update " + table.name()
                        + " set owner = null, heartbeat = ?, error_detail = ? where id = ? and owner = ?",
                now,
                reference,
                id,
                owner));
    }

    /** Rests at a state without an owner. */
    boolean rest(RunTable table, long id, String owner, String state, Instant now) {
        return database.update(SqlFragment.of(
                        "update " + table.name()
                                + " set state = ?, owner = null, stop_requested = false, finished_at = ?"
                                + " where id = ? and owner = ?",
                        state,
                        now,
                        id,
                        owner))
                == 1;
    }

    boolean fail(RunTable table, long id, String owner, String code, String detail, Instant now) {
        return database.update(SqlFragment.of(
                        "update " + table.name()
                                + " set state = 'FAILED', error_code = ?, error_detail = ?, owner = null,"
                                + " finished_at = ? where id = ? and owner = ?",
                        code,
                        detail == null ? Database.Null.TEXT : detail,
                        now,
                        id,
                        owner))
                == 1;
    }

    boolean isStopRequested(RunTable table, long id) {
        return database.first(
                        SqlFragment.of("select stop_requested from " + table.name() + " where id = ?", id),
                        row -> row.getBoolean(1))
                .orElse(true);
    }
}
