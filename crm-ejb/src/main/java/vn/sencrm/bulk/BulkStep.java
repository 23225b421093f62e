package vn.sencrm.bulk;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import vn.sencrm.common.Database;
import vn.sencrm.common.NamedSql;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.identity.Account;

/**
 * One step of a bulk action, in its transaction. The temporary table {@code bulk_now (customer_id, n, version, verdict,
 * reason)} holds its records; those that wait for the action have no verdict and are numbered from 1 by {@code n}. What
 * changes is gathered in {@code bulk_change (customer_id, version, before, after, item_before, item_after)}.
 */
public final class BulkStep {

    private final Database database;
    private final BulkAction action;
    private final BulkRun run;
    private final Account user;
    private final Object[] values;

    BulkStep(Database database, BulkAction action, BulkRun run, Account user, int part, Instant now) {
        this.database = database;
        this.action = action;
        this.run = run;
        this.user = user;
        this.values = new Object[] {
            "run",
            run.id(),
            "part",
            part,
            "undoes",
            run.isUndo() ? run.undoes() : 0L,
            "user",
            user.id(),
            "now",
            now,
            "action",
            action.auditAction(run.isUndo()),
            "state",
            action.worksOn(run.isUndo())
        };
    }

    public long runId() {
        return run.id();
    }

    public JsonObject parameters() {
        return run.parameters();
    }

    public Account user() {
        return user;
    }

    /**
     * Runs a statement that may name {@code :run}, {@code :undoes}, {@code :user}, {@code :now} and what is given.
     *
     * @return how many rows it touched
     */
    public int update(String sql, Object... namesAndValues) {
        return database.update(named(sql, namesAndValues));
    }

    /** Runs a query for what it does, such as locking. */
    public void lock(String query) {
        database.list(named(query), row -> true);
    }

    /** The statement with the step's own values and those given. */
    public SqlFragment named(String sql, Object... namesAndValues) {
        Object[] all = Arrays.copyOf(values, values.length + namesAndValues.length);
        System.arraycopy(namesAndValues, 0, all, values.length, namesAndValues.length);
        return NamedSql.of(sql, all);
    }

    /** How many records wait for the action. */
    public int waiting() {
        return database.first(named("select count(*) from bulk_now where verdict is null"), row -> row.getInt(1))
                .orElseThrow();
    }

    /** Refuses the records of {@code bulk_now b} for which the condition holds. */
    public void refuse(String reason, SqlFragment condition) {
        update(
                "update bulk_now b set verdict = 'REFUSED', reason = :reason where b.verdict is null and :condition",
                "reason",
                reason,
                "condition",
                condition);
    }

    /**
     * Gathers what changes.
     *
     * @param lateral selects before, after, item before, item after for a row of {@code bulk_now b} and its
     *     {@code customer c}: the audit's documents and, where the item keeps something else, that; no row or no
     *     {@code before} where nothing changes
     */
    public void change(SqlFragment lateral) {
        update(
                """
                insert into bulk_change (customer_id, version, before, after, item_before, item_after)
                select b.customer_id, b.version, d.before, d.after, d.item_before, d.item_after
                from bulk_now b
                join customer c on c.id = b.customer_id
                cross join lateral (:lateral) d (before, after, item_before, item_after)
                where b.verdict is null and d.before is not null
                """,
                "lateral",
                lateral);
    }

    /**
     * Writes what {@link #change} gathered to the customers and the audit.
     *
     * @param assignments of columns of {@code customer c} from {@code bulk_change h}, beginning with a comma, or empty
     */
    public void write(String assignments) {
        update("update customer c set version = c.version + 1, updated_at = :now" + assignments
                + " from bulk_change h where c.id = h.customer_id");
        update(
                """
                insert into audit_entry
                    (at, actor_id, cause, cause_id, entity, entity_id, version, action, before, after)
                select :now, :user, 'BULK', :run, 'customer', h.customer_id, h.version + 1, :action, h.before, h.after
                from bulk_change h
                """);
    }

    /** The customers that {@link #change} gathered. */
    List<Long> changed() {
        return database.list(named("select customer_id from bulk_change"), row -> row.getLong(1));
    }

    void perform() {
        if (run.isUndo()) {
            action.undo(this);
        } else {
            action.apply(this);
        }
    }
}
