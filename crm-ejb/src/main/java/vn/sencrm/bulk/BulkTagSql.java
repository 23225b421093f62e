package vn.sencrm.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import vn.sencrm.common.Database;
import vn.sencrm.common.NamedSql;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.common.TextFold;
import vn.sencrm.tag.TagCheck;

/**
 * Tags of many customers. The audit has the names that the user sees before and after; an item keeps the ids of the tags
 * that were added ({@code after}) or taken away ({@code before}), so that undoing them leaves other tags alone.
 */
@ApplicationScoped
class BulkTagSql {

    private static final int MAX_LENGTH = 60;

    /** A tag that a user sees. */
    record Tag(long id, String name, boolean shared) {}

    @Inject
    Database database;

    // ---- by name

    /** Tags that have one of the names, seen by the user; a name without any is refused. */
    List<Tag> find(List<String> names, long userId) {
        List<Tag> tags = visible(names, userId);
        for (int i = 0; i < names.size(); i++) {
            String fold = TextFold.fold(names.get(i));
            if (tags.stream().noneMatch(tag -> TextFold.fold(tag.name()).equals(fold))) {
                throw BulkArguments.bad("tags[" + i + "]", "UNKNOWN_OPTION", names.get(i));
            }
        }
        return tags;
    }

    /** One tag for each name: the user's own if there is one, else the shared one, else a new one. */
    List<Tag> findOrMake(List<String> names, boolean shared, long userId) {
        for (int i = 0; i < names.size(); i++) {
            if (TextFold.clean(names.get(i)).length() > MAX_LENGTH) {
                throw BulkArguments.bad("tags[" + i + "]", "TOO_LONG", Integer.toString(MAX_LENGTH));
            }
            if (TagCheck.isSeveral(names.get(i))) {
                throw BulkArguments.bad("tags[" + i + "]", "BAD_VALUE", names.get(i));
            }
        }
        make(names, shared, userId);
        return database.list(
                NamedSql.of(
                        """
                        select distinct on (t.name_fold) t.id, t.name, t.owner_id is null
                        from tag t where t.name_fold = any (:folds) and (t.owner_id is null or t.owner_id = :user)
                        order by t.name_fold, case when :shared then t.owner_id end nulls first, t.owner_id nulls last
                        """,
                        "folds",
                        folds(names),
                        "user",
                        userId,
                        "shared",
                        shared),
                row -> new Tag(row.getLong(1), row.getString(2), row.getBoolean(3)));
    }

    private void make(List<String> names, boolean shared, long userId) {
        database.update(NamedSql.of(
                """
                insert into tag (id, name, name_fold, owner_id)
                select nextval('tag_seq'), n.name, n.fold, case when not :shared then :user::bigint end
                from (select distinct on (fold) name, fold from unnest(:names, :folds) as u (name, fold)) n
                where not exists (select from tag t where t.name_fold = n.fold
                                  and (t.owner_id is null or not :shared and t.owner_id = :user))
                on conflict do nothing
                """,
                "shared",
                shared,
                "user",
                userId,
                "names",
                names.stream().map(TextFold::clean).toList(),
                "folds",
                folds(names)));
    }

    private List<Tag> visible(List<String> names, long userId) {
        return database.list(
                NamedSql.of(
                        """
                        select t.id, t.name, t.owner_id is null from tag t
                        where t.name_fold = any (:folds) and (t.owner_id is null or t.owner_id = :user)
                        order by t.name_fold, t.owner_id nulls last
                        """,
                        "folds",
                        folds(names),
                        "user",
                        userId),
                row -> new Tag(row.getLong(1), row.getString(2), row.getBoolean(3)));
    }

    private static List<String> folds(List<String> names) {
        return names.stream().map(TextFold::fold).toList();
    }

    // ---- in a step

    /** The same tags for every record, as an array of ids. */
    static SqlFragment these(List<Long> ids) {
        return SqlFragment.of("?::bigint[]", ids);
    }

    /** The tags that the undone run added ({@code after}) or took away ({@code before}), for each record. */
    SqlFragment changed(BulkStep step, String document) {
        return step.named("(select array(select t.id::bigint from jsonb_array_elements_text(i." + document
                + " -> 'tags') as t (id)) from bulk_item i where i.run_id = :undoes and i.customer_id = c.id)");
    }

    void add(BulkStep step, SqlFragment ids) {
        step.change(step.named(
                """
                select case when g.added is not null then jsonb_build_object('tags', g.old) end,
                       jsonb_build_object('tags', g.new), '{}'::jsonb, jsonb_build_object('tags', g.added)
                from (select jsonb_agg(t.name order by t.name_fold) filter (where n.old) as old,
                             jsonb_agg(t.name order by t.name_fold) as new,
                             jsonb_agg(t.id) filter (where not n.old) as added
                      from (select ct.tag_id, true as old from customer_tag ct where ct.customer_id = c.id
                            union all
                            select w.id, false from unnest(:ids) as w (id)
                            where not exists (select from customer_tag ct
                                              where ct.customer_id = c.id and ct.tag_id = w.id)) n
                      join tag t on t.id = n.tag_id and (t.owner_id is null or t.owner_id = :user)) g
                """,
                "ids",
                ids));
        write(step);
    }

    void remove(BulkStep step, SqlFragment ids) {
        step.change(step.named(
                """
                select case when g.removed is not null then jsonb_build_object('tags', g.old) end,
                       jsonb_build_object('tags', g.new), jsonb_build_object('tags', g.removed), '{}'::jsonb
                from (select jsonb_agg(t.name order by t.name_fold) as old,
                             jsonb_agg(t.name order by t.name_fold) filter (where w.id is null) as new,
                             jsonb_agg(t.id) filter (where w.id is not null) as removed
                      from customer_tag ct
                      join tag t on t.id = ct.tag_id and (t.owner_id is null or t.owner_id = :user)
                      left join unnest(:ids) as w (id) on w.id = ct.tag_id
                      where ct.customer_id = c.id) g
                """,
                "ids",
                ids));
        write(step);
    }

    /** In the order of their key, which then grows page by page. */
    private static void write(BulkStep step) {
        step.update(
                """
                delete from customer_tag ct
                using bulk_change h cross join lateral jsonb_array_elements_text(h.item_before -> 'tags') as t (id)
                where ct.customer_id = h.customer_id and ct.tag_id = t.id::bigint
                """);
        step.update(
                """
                insert into customer_tag (tag_id, customer_id)
                select t.id::bigint, h.customer_id
                from bulk_change h cross join lateral jsonb_array_elements_text(h.item_after -> 'tags') as t (id)
                order by 1, 2
                on conflict do nothing
                """);
        step.write("");
    }
}
