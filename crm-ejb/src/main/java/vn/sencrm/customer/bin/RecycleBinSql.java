package vn.sencrm.customer.bin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.sencrm.common.Cursor;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.customer.CustomerKind;
import vn.sencrm.customer.CustomerSearchSql;
import vn.sencrm.customer.CustomerStage;
import vn.sencrm.customer.CustomerState;
import vn.sencrm.customer.IdentityKey;
import vn.sencrm.identity.Account;
import vn.sencrm.identity.RecordAccessSql;

/** Moves one customer into the bin and back, and reads the bin by its own indexes. */
@ApplicationScoped
class RecycleBinSql {

    @Inject
    Database database;

    @Inject
    RecordAccessSql access;

    @Inject
    BinConfig config;

    /** The version of a customer that the user may change, its row locked; empty when there is none in that state. */
    Optional<Integer> lock(Account user, long id, CustomerState state) {
        return database.first(changeable(user, id, state).then(" for update of c"), row -> row.getInt(1));
    }

    boolean isChangeable(Account user, long id, CustomerState state) {
        return database.first(changeable(user, id, state), row -> 1).isPresent();
    }

    private SqlFragment changeable(Account user, long id, CustomerState state) {
        return SqlFragment.of("select c.version from customer c where c.id = ? and c.state = ? and ", id, state)
                .then(access.predicate(user))
                .then(" and ")
                .then(access.editable(user));
    }

    /** Tells the new version. */
    int delete(long id, long userId, Instant now) {
        return database.first(
                        SqlFragment.of(
                                """
                                update customer set state = 'DELETED', deleted_at = ?, deleted_by = ?, updated_at = ?,
                                                    version = version + 1
                                where id = ? returning version
                                """,
                                now,
                                userId,
                                now,
                                id),
                        row -> row.getInt(1))
                .orElseThrow();
    }

    /** Tells the new version. */
    int restore(long id, Instant now) {
        return database.first(
                        SqlFragment.of(
                                """
                                update customer set state = 'ACTIVE', deleted_at = null, deleted_by = null,
                                                    updated_at = ?, version = version + 1
                                where id = ? returning version
                                """,
                                now,
                                id),
                        row -> row.getInt(1))
                .orElseThrow();
    }

    /** Whoever brings back a customer with one of these keys at the same time waits for this transaction. */
    void lockKeys(long id) {
        database.list(
                SqlFragment.of(
                        """
                        select pg_advisory_xact_lock(hashtextextended(k.kind || k.key, 14))
                        from (select kind, key from identity_key
                              where customer_id = ? and kind in ('TAX', 'IDNO') order by kind, key) k
                        """,
                        id),
                row -> true);
    }

    /** The keys that no two customers may have, of this one, which an active one has now. */
    List<TakenKey> takenKeys(Account user, long id) {
        SqlFragment query = SqlFragment.of("select k.kind, k.key, c.code, c.name, o.full_name, ")
                .then(access.predicate(user))
                .then(SqlFragment.of(
                        """
                         visible
                        from identity_key k
                        join identity_key other on other.kind = k.kind and other.key = k.key
                            and other.customer_id <> k.customer_id
                        join customer c on c.id = other.customer_id and c.state = 'ACTIVE'
                        left join app_user o on o.id = c.owner_id
                        where k.customer_id = ? and k.kind in ('TAX', 'IDNO')
                        order by k.kind desc, visible desc limit 10
                        """,
                        id));
        return database.list(
                query,
                row -> new TakenKey(
                        IdentityKey.Kind.valueOf(row.getString("kind")),
                        row.getString("key"),
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("full_name") == null ? "–" : row.getString("full_name"),
                        row.getBoolean("visible")));
    }

    Belongings belongings(long id) {
        return database.first(
                        SqlFragment.of(
                                """
                                select (select count(*) from customer where account_id = ? and state = 'ACTIVE') contacts,
                                       (select count(*) from customer_comment where customer_id = ?) comments,
                                       (select count(*) from customer_file where customer_id = ?) files,
                                       (select count(*) from customer_follow where customer_id = ?) followers
                                """,
                                id,
                                id,
                                id,
                                id),
                        row -> new Belongings(
                                row.getLong("contacts"),
                                row.getLong("comments"),
                                row.getLong("files"),
                                row.getLong("followers")))
                .orElseThrow();
    }

    /** One row more than asked for tells whether there are more. */
    List<BinEntry> page(Account user, String search, Cursor position, int size) {
        SqlFragment query = SqlFragment.of(
                        """
                        select c.id, c.code, c.name, c.kind, c.stage, c.deleted_at, o.full_name owner,
                               d.full_name deleted_by
                        from customer c
                        left join app_user o on o.id = c.owner_id
                        left join app_user d on d.id = c.deleted_by
                        where c.state = 'DELETED' and
                        """)
                .then(matching(user, search))
                .then(position == null ? "" : " and ")
                .then(
                        position == null
                                ? SqlFragment.of("")
                                : SqlFragment.of(
                                        "(c.deleted_at, c.id) < (?, ?)", position.instantAt(0), position.longAt(1)))
                .then(SqlFragment.of(" order by c.deleted_at desc, c.id desc limit ?", size + 1));
        return database.list(
                query,
                row -> new BinEntry(
                        row.getLong("id"),
                        row.getString("code"),
                        row.getString("name"),
                        CustomerKind.valueOf(row.getString("kind")),
                        CustomerStage.valueOf(row.getString("stage")),
                        row.getString("owner"),
                        row.getString("deleted_by"),
                        Database.instant(row, "deleted_at"),
                        config.keptUntil(Database.instant(row, "deleted_at"))));
    }

    /** How many lie in the bin, looking no further than a limit. */
    long count(Account user, String search, int limit) {
        SqlFragment query = SqlFragment.of(
                        "select count(*) from (select 1 from customer c where c.state = 'DELETED' and ")
                .then(matching(user, search))
                .then(SqlFragment.of(" limit ?) n", limit));
        return database.first(query, row -> row.getLong(1)).orElseThrow();
    }

    private SqlFragment matching(Account user, String search) {
        SqlFragment seen = access.predicate(user);
        return CustomerSearchSql.where(search).map(seen::and).orElse(seen);
    }
}
