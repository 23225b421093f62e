package vn.sencrm.merge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.customer.CustomerDocument;
import vn.sencrm.customer.CustomerSnapshot;
import vn.sencrm.identity.Account;
import vn.sencrm.identity.RecordAccessSql;

/** Writes and reads merges. */
@ApplicationScoped
class MergeSql {

    private static final String SELECT =
            """
            select m.id, m.mode, m.master_id, m.run_id, m.merged_at, m.master_version, m.before, m.after,
                   m.created_before, m.primary_contact_before, m.undone_at, b.full_name as merged_by,
                   u.full_name as undone_by, c.code as master_code, c.name as master_name
            from customer_merge m
            join customer c on c.id = m.master_id
            left join app_user b on b.id = m.merged_by
            left join app_user u on u.id = m.undone_by
            where
            """;

    @Inject
    Database database;

    @Inject
    RecordAccessSql access;

    long nextId() {
        return database.first(SqlFragment.of("select nextval('customer_merge_seq')"), row -> row.getLong(1))
                .orElseThrow();
    }

    void insert(
            long id,
            MergeMode mode,
            CustomerSnapshot master,
            Long runId,
            Instant now,
            long userId,
            int masterVersion,
            CustomerDocument before,
            CustomerDocument after) {
        database.update(SqlFragment.of(
                """
                update customer_merge set mode = ?, run_id = ?, merged_at = ?, merged_by = ?, master_version = ?,
                    before = ?::jsonb, after = ?::jsonb, created_before = ?, primary_contact_before = ?
                where id = ?
                """,
                mode,
                runId == null ? Database.Null.BIGINT : runId,
                now,
                userId,
                masterVersion,
                before.toJson(),
                after.toJson(),
                master.createdAt(),
                master.primaryContactId() == null ? Database.Null.BIGINT : master.primaryContactId(),
                id));
    }

    /** The row to which the journal's rows refer, before the result is known. */
    void begin(long id, long masterId, long userId, Instant now) {
        database.update(SqlFragment.of(
                """
                insert into customer_merge (id, mode, master_id, merged_at, merged_by, master_version, before, after,
                                            created_before)
                values (?, 'MERGE', ?, ?, ?, 0, '{}', '{}', ?)
                """,
                id,
                masterId,
                now,
                userId,
                now));
    }

    void insertSlave(long id, CustomerSnapshot slave, List<String> dropped) {
        database.update(SqlFragment.of(
                "insert into customer_merge_slave (merge_id, slave_id, before, dropped) values (?, ?, ?::jsonb, ?)",
                id,
                slave.id(),
                slave.document().toJson(),
                dropped));
    }

    void close(long id, long userId, Instant now) {
        database.update(
                SqlFragment.of("update customer_merge set undone_at = ?, undone_by = ? where id = ?", now, userId, id));
    }

    /** The merge, locked: of two who undo it the second waits and sees it undone. */
    Optional<Merge> lock(long id) {
        database.list(SqlFragment.of("select id from customer_merge where id = ? for update", id), row -> true);
        return find(id);
    }

    private Optional<Merge> find(long id) {
        return database.first(SqlFragment.of(SELECT + " m.id = ?", id), this::read);
    }

    /** The merge, if the user sees its master. */
    Optional<Merge> find(long id, Account user) {
        return database.first(SqlFragment.of(SELECT + " m.id = ? and ", id).then(access.predicate(user)), this::read);
    }

    /** The merges of a customer that the user sees, newest first. */
    List<Merge> ofMaster(long masterId, Account user, int limit) {
        SqlFragment query = SqlFragment.of(SELECT + " m.master_id = ? and ", masterId)
                .then(access.predicate(user))
                .then(SqlFragment.of(" order by m.merged_at desc, m.id desc limit ?", limit));
        return database.list(query, this::read);
    }

    private Merge read(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        return new Merge(
                id,
                MergeMode.valueOf(row.getString("mode")),
                row.getLong("master_id"),
                row.getString("master_code"),
                row.getString("master_name"),
                Database.longOrNull(row, "run_id"),
                Database.instant(row, "merged_at"),
                row.getString("merged_by"),
                row.getInt("master_version"),
                CustomerDocument.parse(row.getString("before")),
                CustomerDocument.parse(row.getString("after")),
                Database.instant(row, "created_before"),
                Database.longOrNull(row, "primary_contact_before"),
                Database.instant(row, "undone_at"),
                row.getString("undone_by"),
                slaves(id));
    }

    private List<Merge.Slave> slaves(long id) {
        return database.list(
                SqlFragment.of(
                        """
                        select s.slave_id, c.code, c.name, s.dropped from customer_merge_slave s
                        join customer c on c.id = s.slave_id where s.merge_id = ? order by s.slave_id
                        """,
                        id),
                row -> new Merge.Slave(
                        row.getLong("slave_id"), row.getString("code"), row.getString("name"), Arrays.asList((String[])
                                row.getArray("dropped").getArray())));
    }

    /** The master's version by a merge. */
    int version(long id) {
        return database.first(
                        SqlFragment.of("select master_version from customer_merge where id = ?", id),
                        row -> row.getInt(1))
                .orElseThrow();
    }

    List<Long> slaveIds(long id) {
        return database.list(
                SqlFragment.of("select slave_id from customer_merge_slave where merge_id = ?", id),
                row -> row.getLong(1));
    }

    /** Stops on routes are numbered without gaps: renumbers those on which a customer is, or was until now. */
    void renumberRoutes(List<Long> customers) {
        database.update(SqlFragment.of(
                """
                update route_customer rc set stop = n.stop
                from (select route_id, customer_id, row_number() over (partition by route_id order by stop, customer_id)::int as stop
                      from route_customer
                      where route_id in (select route_id from route_customer where customer_id = any (?))) n
                where rc.route_id = n.route_id and rc.customer_id = n.customer_id and rc.stop <> n.stop
                """,
                customers));
    }
}
