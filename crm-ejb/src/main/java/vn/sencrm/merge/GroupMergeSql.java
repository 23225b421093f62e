package vn.sencrm.merge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.sencrm.bulk.BulkStep;
import vn.sencrm.common.Database;
import vn.sencrm.common.NamedSql;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.customer.CustomerStage;
import vn.sencrm.identity.Account;
import vn.sencrm.identity.RecordAccessSql;

/** Reads groups of duplicates to be merged, and tells a bulk action's step what became of its records. */
@ApplicationScoped
class GroupMergeSql {

    /** Values that a form shows; code, kind and stage everybody has. */
    private static final String MEMBERS =
            """
            select m.group_id, c.id, c.version, c.code, c.name, c.stage, o.full_name as owner_name, c.created_at,
                   num_nonnulls(c.phones, c.emails, c.websites, c.socials, c.addresses, c.gender, c.birthday, c.citizen_id,
                                c.tax_code, c.job_title, c.account_id, c.representative, c.industry, c.company_size,
                                c.members, c.status_id, c.category_id, c.source_id, c.tier_id, c.team_id, c.notes)
                       + (select count(*) from jsonb_object_keys(coalesce(c.attributes, '{}')))::integer as filled,
                   coalesce(:editable, false) as changeable
            from duplicate_member m
            join customer c on c.id = m.customer_id and c.state = 'ACTIVE'
            left join app_user o on o.id = c.owner_id
            where :which and coalesce(:visible, false)
            order by m.group_id, c.id
            """;

    /** The step's own customers, and those that other steps of the run hold: a group is merged as a whole. */
    private static final String OF_STEP =
            """
            m.group_id in (select n.group_id from bulk_now b join duplicate_member n on n.customer_id = b.customer_id
                           where b.verdict is null)
            and m.customer_id = any (array(select unnest(p.ids) from bulk_part p where p.run_id = :run))
            """;

    /** A merge of the run to be taken back, and whether its master is there for the user to change. */
    record Done(long merge, boolean changeable) {}

    @Inject
    Database database;

    @Inject
    RecordAccessSql access;

    List<GroupMember> members(long group, Account user) {
        return members(SqlFragment.of("m.group_id = ?", group), user).getOrDefault(group, List.of());
    }

    Map<Long, List<GroupMember>> members(BulkStep step) {
        return members(step.named(OF_STEP), step.user());
    }

    private Map<Long, List<GroupMember>> members(SqlFragment which, Account user) {
        Map<Long, List<GroupMember>> groups = new LinkedHashMap<>();
        SqlFragment query = NamedSql.of(
                MEMBERS, "which", which, "visible", access.predicate(user), "editable", access.editable(user));
        database.list(query, row -> groups.computeIfAbsent(row.getLong("group_id"), id -> new ArrayList<>())
                .add(read(row)));
        return groups;
    }

    private static GroupMember read(ResultSet row) throws SQLException {
        return new GroupMember(
                row.getLong("id"),
                row.getInt("version"),
                row.getString("code"),
                row.getString("name"),
                CustomerStage.valueOf(row.getString("stage")),
                row.getString("owner_name"),
                Database.instant(row, "created_at"),
                row.getInt("filled"),
                row.getBoolean("changeable"),
                GroupMember.Role.LEFT);
    }

    /** The merges of the run that is undone, the newest first, that took in a customer of this step. */
    List<Done> toUndo(BulkStep step) {
        return database.list(
                step.named(
                        """
                        select m.id, c.state = 'ACTIVE' and coalesce(:visible, false) and coalesce(:editable, false) as ok
                        from customer_merge m join customer c on c.id = m.master_id
                        where m.run_id = :undoes and m.undone_at is null
                        and exists (select from customer_merge_slave s join bulk_now b on b.customer_id = s.slave_id
                                    where s.merge_id = m.id and b.verdict is null)
                        order by m.id desc
                        """,
                        "visible",
                        access.predicate(step.user()),
                        "editable",
                        access.editable(step.user())),
                row -> new Done(row.getLong(1), row.getBoolean(2)));
    }

    /** Tells that these became aliases, or themselves again. */
    void tell(BulkStep step, List<Long> ids, String before, String after) {
        step.update(
                """
                insert into bulk_change (customer_id, version, before, after)
                select b.customer_id, b.version, jsonb_build_object('state', :before::text),
                       jsonb_build_object('state', :after::text)
                from bulk_now b where b.customer_id = any (:ids) and b.verdict is null
                """,
                "ids",
                ids,
                "before",
                before,
                "after",
                after);
    }

    void refuse(BulkStep step, List<Long> ids, String reason) {
        if (!ids.isEmpty()) {
            step.refuse(reason, SqlFragment.of("b.customer_id = any (?)", ids));
        }
    }

    void refuseThoseInNoGroup(BulkStep step) {
        step.refuse(
                "NO_DUPLICATE",
                SqlFragment.of("not exists (select from duplicate_member n where n.customer_id = b.customer_id)"));
    }
}
