package vn.sencrm.group;

import jakarta.enterprise.context.ApplicationScoped;
import vn.sencrm.bulk.BulkStep;
import vn.sencrm.common.SqlFragment;

/** The members of a group in the steps of a bulk action, with an audit entry for each whom it touched. */
@ApplicationScoped
class GroupBulkSql {

    private static final String NAMED = "jsonb_build_object('group', jsonb_build_object('id', g.id, 'name', g.name))";

    void add(BulkStep step, long group) {
        refuseGone(step, group);
        step.update(
                """
                with m as (
                    insert into group_member (group_id, customer_id)
                    select :group, b.customer_id from bulk_now b where b.verdict is null order by b.customer_id
                    on conflict do nothing returning customer_id)
                insert into bulk_change (customer_id, before, after)
                select customer_id, '{"grouped": false}', '{"grouped": true}' from m
                """,
                "group",
                group);
        audit(step, group, "GROUP_ADD", "'{}'::jsonb", NAMED);
    }

    void remove(BulkStep step, long group) {
        refuseGone(step, group);
        step.update(
                """
                with m as (
                    delete from group_member m using bulk_now b
                    where b.verdict is null and m.customer_id = b.customer_id and m.group_id = :group
                    returning m.customer_id)
                insert into bulk_change (customer_id, before, after)
                select customer_id, '{"grouped": true}', '{"grouped": false}' from m
                """,
                "group",
                group);
        audit(step, group, "GROUP_REMOVE", NAMED, "'{}'::jsonb");
    }

    /** A group that was deleted meanwhile takes nobody; held until the step ends, as whoever deletes it must wait. */
    private static void refuseGone(BulkStep step, long group) {
        step.lock("select g.id from customer_group g where g.id = " + group + " for key share");
        step.refuse(
                "GROUP_GONE",
                SqlFragment.of("not exists (select from customer_group g where g.id = ? and g.filter is null)", group));
    }

    private static void audit(BulkStep step, long group, String action, String before, String after) {
        step.update(
                """
                insert into audit_entry
                    (at, actor_id, cause, cause_id, entity, entity_id, version, action, before, after)
                select :now, :user, 'BULK', :run, 'customer', c.id, c.version, :what, %s, %s
                from bulk_change h join customer c on c.id = h.customer_id
                cross join customer_group g where g.id = :group
                """
                        .formatted(before, after),
                "group",
                group,
                "what",
                action);
    }
}
