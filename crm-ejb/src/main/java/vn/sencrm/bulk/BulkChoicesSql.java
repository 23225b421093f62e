package vn.sencrm.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import vn.sencrm.common.Database;
import vn.sencrm.common.NamedSql;
import vn.sencrm.common.SqlFragment;

/** What the dialogs of bulk actions offer. */
@ApplicationScoped
class BulkChoicesSql {

    @Inject
    Database database;

    /** The tags that a user sees. */
    List<TagUse> tags(long userId, int limit) {
        return database.list(
                SqlFragment.of(
                        """
                        select name, owner_id is null from tag where owner_id is null or owner_id = ?
                        order by name_fold, owner_id nulls last limit ?
                        """,
                        userId,
                        limit),
                row -> new TagUse(row.getString(1), row.getBoolean(2), 0));
    }

    /** The tags that a user sees on some of the customers, with how many have them. */
    List<TagUse> tagsOf(SqlFragment customers, long userId, int limit) {
        return database.list(
                NamedSql.of(
                        """
                        select t.name, t.owner_id is null, count(*)
                        from customer_tag ct join tag t on t.id = ct.tag_id
                        where ct.customer_id in (:customers) and (t.owner_id is null or t.owner_id = :user)
                        group by t.id order by t.name_fold, t.owner_id nulls last limit :limit
                        """,
                        "customers",
                        customers,
                        "user",
                        userId,
                        "limit",
                        limit),
                row -> new TagUse(row.getString(1), row.getBoolean(2), row.getLong(3)));
    }

    List<TeamChoice> teams() {
        return database.list(
                SqlFragment.of("select name, mode from team where not archived order by lower(name)"),
                row -> new TeamChoice(row.getString(1), row.getString(2)));
    }
}
