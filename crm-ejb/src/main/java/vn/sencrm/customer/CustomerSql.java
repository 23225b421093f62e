package vn.sencrm.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.sencrm.common.Database;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.common.TextFold;
import vn.sencrm.identity.Account;
import vn.sencrm.identity.RecordAccessSql;

/** What belongs to one customer beside its row: code, keys, places, tags; every statement by an index. */
@ApplicationScoped
class CustomerSql {

    /**
     * What the check of a foreign key takes, taken before the customer's state is looked at: a merge, which takes the
     * whole row, then either waits and moves what was written, or is over and the customer is no longer active.
     */
    private static final String HOLD = " for key share of c";

    @Inject
    Database database;

    @Inject
    RecordAccessSql access;

    boolean isCodeTaken(String code, long exceptId) {
        return database.first(
                        SqlFragment.of(
                                "select 1 from customer where upper(code) = upper(?) and id <> ?", code, exceptId),
                        row -> 1)
                .isPresent();
    }

    /** The next generated code that nobody has: KH000001, KH000002 … */
    String nextCode() {
        String code;
        do {
            code = database.first(
                            SqlFragment.of("select 'KH' || lpad(n::text, greatest(6, length(n::text)), '0')"
                                    + " from nextval('customer_code_seq') n"),
                            row -> row.getString(1))
                    .orElseThrow();
        } while (isCodeTaken(code, 0));
        return code;
    }

    /** A typed code of the generator's own form moves the generator beyond it. */
    void moveCodesBeyond(String code) {
        if (code.matches("(?i)KH\\d{1,12}")) {
            database.first(
                    SqlFragment.of(
                            """
                            select setval('customer_code_seq', ?) from customer_code_seq
                            where last_value < ?
                            """,
                            Long.parseLong(code.substring(2)),
                            Long.parseLong(code.substring(2))),
                    row -> 1);
        }
    }

    /** The name of a customer that a user sees. */
    Optional<String> visibleName(long id, Account user) {
        return database.first(visible("c.name", id, user), row -> row.getString(1));
    }

    /** The same; whoever merges or deletes the customer waits until the caller's transaction has ended, or was first. */
    Optional<String> holdVisible(long id, Account user) {
        return database.first(visible("c.name", id, user).then(HOLD), row -> row.getString(1));
    }

    private SqlFragment visible(String column, long id, Account user) {
        return SqlFragment.of("select " + column + " from customer c where c.id = ? and c.state = 'ACTIVE' and ", id)
                .then(access.predicate(user));
    }

    /** In the order of ids, like everybody who locks many. */
    void hold(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return;
        }
        database.list(
                SqlFragment.of("select c.id from customer c where c.id = any (?) order by c.id", ids)
                        .then(HOLD),
                row -> row.getLong(1));
    }

    /** The customer itself, held, or the one to whom it leads since it was merged. */
    long holdMaster(long id) {
        long master = database.first(
                        SqlFragment.of("select coalesce(c.merged_into, c.id) from customer c where c.id = ?", id)
                                .then(HOLD),
                        row -> row.getLong(1))
                .orElse(id);
        return master == id ? id : holdMaster(master);
    }

    /**
     * @throws NotFoundException when there is no such customer or the user may not see it
     * @throws ViewOnlyException when the user may see but not change it
     */
    void requireEditable(long id, Account user) {
        if (!isEditable(id, user)) {
            throw new ViewOnlyException();
        }
    }

    /** @throws NotFoundException when there is no such customer or the user may not see it */
    boolean isEditable(long id, Account user) {
        return database.first(
                        SqlFragment.of("select ")
                                .then(access.editable(user))
                                .then(SqlFragment.of(" from customer c where c.id = ? and c.state = 'ACTIVE' and ", id))
                                .then(access.predicate(user)),
                        row -> row.getBoolean(1))
                .orElseThrow(() -> new NotFoundException(CustomerService.ENTITY, id));
    }

    /** The names of the tags that a user sees on a customer, in order; null for none. */
    List<String> tags(long id, long userId) {
        List<String> tags = database.list(
                SqlFragment.of(
                        """
                        select t.name from customer_tag ct join tag t on t.id = ct.tag_id
                        where ct.customer_id = ? and (t.owner_id is null or t.owner_id = ?)
                        order by t.name_fold
                        """,
                        id,
                        userId),
                row -> row.getString(1));
        return tags.isEmpty() ? null : tags;
    }

    /** Brings keys, places and (when the document has them) tags in line with the customer's values. */
    void writeRelations(long id, CustomerDocument document, long userId) {
        writeKeys(id, IdentityKeys.of(document));
        writePlaces(id, document);
        if (document.has(CustomerField.TAGS)) {
            writeTags(id, document, userId);
        }
    }

    private void writeKeys(long id, Set<IdentityKey> keys) {
        List<String> kinds = keys.stream().map(key -> key.kind().name()).toList();
        List<String> values = keys.stream().map(IdentityKey::key).toList();
        database.update(SqlFragment.of(
                """
                delete from identity_key k where k.customer_id = ? and k.kind <> 'ZALO'
                and not exists (select 1 from unnest(?, ?) as n(kind, key) where n.kind = k.kind and n.key = k.key)
                """,
                id,
                kinds,
                values));
        database.update(SqlFragment.of(
                """
                insert into identity_key (kind, key, customer_id)
                select n.kind, n.key, ? from unnest(?, ?) as n(kind, key) on conflict do nothing
                """,
                id,
                kinds,
                values));
    }

    @SuppressWarnings("unchecked")
    private void writePlaces(long id, CustomerDocument document) {
        database.update(SqlFragment.of("delete from customer_place where customer_id = ?", id));
        List<Address> addresses = (List<Address>) document.get(CustomerField.ADDRESSES);
        if (addresses != null) {
            database.update(SqlFragment.of(
                    """
                    insert into customer_place (customer_id, position, province, commune, lat, lon)
                    select ?, p.* from address_places(?::jsonb) p
                    """,
                    id,
                    CustomerDocument.listJson(addresses)));
        }
    }

    @SuppressWarnings("unchecked")
    private void writeTags(long id, CustomerDocument document, long userId) {
        List<String> names = (List<String>) document.get(CustomerField.TAGS);
        List<String> given = names == null ? List.of() : names;
        List<String> folds = given.stream().map(TextFold::fold).toList();
        // A name that is neither shared nor the user's own becomes a new tag of the user's.
        database.update(SqlFragment.of(
                """
                insert into tag (id, name, name_fold, owner_id)
                select nextval('tag_seq'), n.name, n.fold, ? from unnest(?, ?) as n(name, fold)
                where not exists (select 1 from tag t where t.name_fold = n.fold
                                  and (t.owner_id is null or t.owner_id = ?))
                on conflict do nothing
                """,
                userId,
                given,
                folds,
                userId));
        database.update(SqlFragment.of(
                """
                delete from customer_tag ct using tag t
                where ct.customer_id = ? and t.id = ct.tag_id and (t.owner_id is null or t.owner_id = ?)
                and t.name_fold <> all (?)
                """,
                id,
                userId,
                folds));
        database.update(SqlFragment.of(
                """
                insert into customer_tag (tag_id, customer_id)
                select distinct on (t.name_fold) t.id, ?
                from tag t where t.name_fold = any (?) and (t.owner_id is null or t.owner_id = ?)
                order by t.name_fold, t.owner_id nulls last
                on conflict do nothing
                """,
                id,
                folds,
                userId));
    }

    /** Puts tags on a customer, those that there are not yet made first: shared by all, or the user's own. */
    void addTags(long id, List<String> names, boolean shared, long userId) {
        List<String> folds = names.stream().map(TextFold::fold).toList();
        Object owner = shared ? Database.Null.BIGINT : userId;
        database.update(SqlFragment.of(
                """
                insert into tag (id, name, name_fold, owner_id)
                select nextval('tag_seq'), n.name, n.fold, ?::bigint from unnest(?, ?) as n(name, fold)
                where not exists (select 1 from tag t where t.name_fold = n.fold
                                  and (t.owner_id is null or not ? and t.owner_id = ?))
                on conflict do nothing
                """,
                owner,
                names,
                folds,
                shared,
                userId));
        database.update(SqlFragment.of(
                """
                insert into customer_tag (tag_id, customer_id)
                select distinct on (t.name_fold) t.id, ?
                from tag t where t.name_fold = any (?) and (t.owner_id is null or not ? and t.owner_id = ?)
                order by t.name_fold, t.owner_id nulls last
                on conflict do nothing
                """,
                id,
                folds,
                shared,
                userId));
    }

    /** Takes the tags of these names off a customer, as far as the user sees them. */
    void removeTags(long id, List<String> names, long userId) {
        database.update(SqlFragment.of(
                """
                delete from customer_tag ct using tag t
                where ct.customer_id = ? and t.id = ct.tag_id and (t.owner_id is null or t.owner_id = ?)
                and t.name_fold = any (?)
                """,
                id,
                userId,
                names.stream().map(TextFold::fold).toList()));
    }

    void follow(long id, long userId, Instant now) {
        database.update(SqlFragment.of(
                "insert into customer_follow (user_id, customer_id, since) values (?, ?, ?) on conflict do nothing",
                userId,
                id,
                now));
    }

    void unfollow(long id, long userId) {
        database.update(
                SqlFragment.of("delete from customer_follow where user_id = ? and customer_id = ?", userId, id));
    }
}
