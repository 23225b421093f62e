package vn.sencrm.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.identity.Account;
import vn.sencrm.identity.RecordAccessSql;

/** The frame of a step: a fixed number of statements, whatever the action and the number of records. */
@ApplicationScoped
class BulkStepSql {

    /** In the order of ids, like every writer of many customers. */
    private static final String LOCK =
            """
            select count(*) from (
                select c.id from customer c
                where c.id = any ((select p.ids from bulk_part p where p.run_id = :run and p.part_no = :part)::bigint[])
                order by c.id for :lock) locked
            """;

    /** What is written beside records that are not changed must not be left behind when one is merged meanwhile. */
    private static final String HELD = "key share";

    private static final String CHANGED = "no key update";

    /** What the user does not see does not exist for them. */
    private static final String NOW =
            """
            create temporary table bulk_now on commit drop as
            select s.customer_id, s.version, s.verdict,
                   case s.verdict when 'SKIPPED' then 'NOT_FOUND' when 'REFUSED' then 'NO_RIGHT' end as reason,
                   row_number() over (partition by s.verdict order by s.customer_id)::integer as n
            from (
                select p.id as customer_id, c.version,
                       case when c.id is null or not coalesce(:visible, false) then 'SKIPPED'
                            when not coalesce(:allowed, false) then 'REFUSED' end as verdict
                from unnest((select ids from bulk_part where run_id = :run and part_no = :part)) as p (id)
                left join customer c on c.id = p.id and c.state = :state) s
            """;

    private static final String CHANGE =
            """
            create temporary table bulk_change (customer_id bigint, version integer, before jsonb, after jsonb,
                                                item_before jsonb, item_after jsonb) on commit drop
            """;

    private static final String ITEMS =
            """
            with i as (
                insert into bulk_item (run_id, customer_id, verdict, reason, before, after)
                select :run, b.customer_id,
                       coalesce(b.verdict, case when h.customer_id is null then 'UNCHANGED' else 'DONE' end), b.reason,
                       coalesce(h.item_before, h.before), coalesce(h.item_after, h.after)
                from bulk_now b left join bulk_change h on h.customer_id = b.customer_id
                order by b.customer_id
                returning verdict)
            select count(*) filter (where verdict = 'DONE'), count(*) filter (where verdict = 'UNCHANGED'),
                   count(*) filter (where verdict = 'SKIPPED'), count(*) filter (where verdict = 'REFUSED')
            from i
            """;

    @Inject
    Database database;

    @Inject
    RecordAccessSql access;

    @Inject
    Clock clock;

    /** Does one part in the caller's transaction and tells what became of its records. */
    BulkCounts perform(BulkAction action, BulkRun run, Account user, int part) {
        BulkStep step = new BulkStep(database, action, run, user, part, clock.instant());
        // The data source asks for a new plan at each execution, and so would the check of each foreign key.
        step.update("set local plan_cache_mode = auto");
        String lock = action.isChange() ? CHANGED : HELD;
        database.first(step.named(LOCK, "lock", SqlFragment.of(lock)), row -> 1);
        SqlFragment visible = access.predicate(user);
        step.update(NOW, "visible", visible, "allowed", action.isChange() ? access.editable(user) : SqlFragment.TRUE);
        step.update(CHANGE);
        step.perform();
        return database.first(
                        step.named(ITEMS),
                        row -> new BulkCounts(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)))
                .orElseThrow();
    }
}
