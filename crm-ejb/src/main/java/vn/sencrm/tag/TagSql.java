package vn.sencrm.tag;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.sencrm.audit.Cause;
import vn.sencrm.audit.ChangeOrigin;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.common.TextFold;

/** Reads and writes {@code tag}. Customers are counted in the primary key of {@code customer_tag}, which leads by tag. */
@ApplicationScoped
class TagSql {

    private static final String SELECT =
            """
            select t.id, t.version, t.name, t.owner_id is null as shared,
                   (select count(*) from customer_tag c where c.tag_id = t.id) as customers
            from tag t where (t.owner_id is null or t.owner_id = ?)
            """;

    /**
     * Every customer with the tag loses it: first the audit, which tells its tags before and after as the actor sees
     * them, then the customer's version and the link itself. One pass by the key of customer_tag.
     */
    private static final String AUDIT =
            """
            insert into audit_entry
                (at, actor_id, cause, source_address, entity, entity_id, version, action, before, after)
            select ?, ?, ?, ?, 'customer', c.id, c.version + 1, 'UPDATE',
                   jsonb_build_object('tags', s.before), jsonb_build_object('tags', s.after)
            from customer_tag l join customer c on c.id = l.customer_id
            cross join lateral (
                select jsonb_agg(g.name order by g.name_fold) as before,
                       jsonb_agg(g.name order by g.name_fold) filter (where g.id <> l.tag_id) as after
                from customer_tag o join tag g on g.id = o.tag_id
                where o.customer_id = c.id and (g.owner_id is null or g.owner_id = ?)) s
            where l.tag_id = ?
            """;

    private static final String TOUCH =
            """
            update customer c set version = c.version + 1, updated_at = ?
            from customer_tag l where l.tag_id = ? and c.id = l.customer_id
            """;

    @Inject
    Database database;

    @Inject
    ChangeOrigin origin;

    /** The shared ones and the user's own, in the order of names, whose name has all the words. */
    List<Tag> find(long userId, String search) {
        SqlFragment query = SqlFragment.of(SELECT, userId);
        for (TextFold.Word word : TextFold.queryWords(search)) {
            query = query.then(SqlFragment.of(
                    " and t.name_fold like ?", "%" + TextFold.likePattern(TextFold.fold(word.part())) + "%"));
        }
        return database.list(query.then(" order by t.name_fold, t.owner_id nulls last"), TagSql::tag);
    }

    Optional<Tag> find(long userId, long id) {
        return database.first(SqlFragment.of(SELECT, userId).then(SqlFragment.of(" and t.id = ?", id)), TagSql::tag);
    }

    /** Nobody changes the tag, or puts it on a customer, before this transaction has ended. */
    void lock(long id) {
        database.first(SqlFragment.of("select 1 from tag where id = ? for update", id), row -> 1);
    }

    private static Tag tag(ResultSet row) throws SQLException {
        return new Tag(
                row.getLong("id"),
                row.getInt("version"),
                row.getString("name"),
                row.getBoolean("shared"),
                row.getLong("customers"));
    }

    /** @param ownerId 0 for everybody */
    long insert(String name, long ownerId) {
        return database.first(
                        SqlFragment.of(
                                "insert into tag (id, name, name_fold, owner_id)"
                                        + " values (nextval('tag_seq'), ?, ?, nullif(?, 0)) returning id",
                                name,
                                TextFold.fold(name),
                                ownerId),
                        row -> row.getLong(1))
                .orElseThrow();
    }

    /** False when it is gone or no longer of this version. */
    boolean update(long id, int version, String name, boolean shared) {
        return database.update(SqlFragment.of(
                        """
                        update tag set name = ?, name_fold = ?, owner_id = case when ? then null else owner_id end,
                               version = version + 1
                        where id = ? and version = ?
                        """,
                        name,
                        TextFold.fold(name),
                        shared,
                        id,
                        version))
                == 1;
    }

    /** Takes the tag off every customer and deletes it. */
    void delete(long id, long actorId, Instant now, Cause cause) {
        database.update(SqlFragment.of(AUDIT, now, actorId, cause.type(), origin.parameter(), actorId, id));
        database.update(SqlFragment.of(TOUCH, now, id));
        database.update(SqlFragment.of("delete from tag where id = ?", id));
    }
}
