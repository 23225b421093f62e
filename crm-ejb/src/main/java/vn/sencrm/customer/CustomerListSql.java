package vn.sencrm.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.sencrm.common.Cursor;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.identity.Account;
import vn.sencrm.identity.RecordAccessSql;
import vn.sencrm.identity.RecordScope;

/**
 * The SQL of the customer list. In the order of change each branch of record access is read by its own index up to a
 * page's rows, and the branches are merged, each customer once: no plan reads much more than it returns, whoever looks. Other orders read
 * their own index with access as a predicate.
 *
 * <p>With conditions there are two ways, and which is right depends on how many match: in the order until the page is
 * full (many match), or all matches first, found by the conditions' own indexes, then sorted (few match).
 * {@link CustomerListPlan} decides; the planner alone cannot, as words of a name are correlated.
 */
@ApplicationScoped
class CustomerListSql {

    /** So often a page is found again whose rows move while it is read. */
    private static final int LOOKS = 3;

    /** Up to so many rows it is cheaper to walk along the order's index than to read every gathered row. */
    private static final int WALKED = 2_000;

    /** In the first line of a plan. */
    private static final Pattern ESTIMATE = Pattern.compile(" rows=(\\d+) ");

    @Inject
    Database database;

    @Inject
    RecordAccessSql access;

    /** Where a page begins and how far it goes. */
    record Slice(CustomerSort sort, Cursor position, int size) {

        boolean isBackwards() {
            return position != null && position.direction() == Cursor.Direction.PREVIOUS;
        }

        boolean isDescending() {
            return sort.isDescending() != isBackwards();
        }

        SqlFragment keyset(String column) {
            if (position == null) {
                return SqlFragment.TRUE;
            }
            Object value = sort.position(position);
            return SqlFragment.of(
                    "(c." + column + ", c.id) " + (isDescending() ? "<" : ">") + " (" + sort.parameter() + ", ?)",
                    value,
                    position.longAt(1));
        }

        /** One row more than the page has, to know whether there are more. */
        String orderAndLimit(String column) {
            String direction = isDescending() ? " desc" : "";
            return " order by c." + column + direction + ", c.id" + direction + " limit " + (size + 1);
        }
    }

    /** Rows of a page and how many match. */
    record Matches(List<CustomerView> rows, long count) {}

    /** A row's id, when it was changed last, and, where it was asked for, how many match. */
    private record Found(long id, Instant updatedAt, long count) {

        static Found read(ResultSet row) throws SQLException {
            return new Found(row.getLong("id"), Database.instant(row, "updated_at"), row.getLong("count"));
        }
    }

    /** Reads in the order until the page is full: right when many match, or no condition is given. */
    List<CustomerView> inOrder(Account user, SqlFragment where, Slice slice) {
        String column = slice.sort().column();
        SqlFragment found = slice.sort().isByChange()
                ? inOrderOfChange(user, where, slice)
                : union(
                        "c.id, c.updated_at, c." + column + " sorted",
                        List.of(access.predicate(user)),
                        where.and(slice.keyset(column)),
                        slice.orderAndLimit(column));
        boolean isFree = where == SqlFragment.TRUE;
        return page(user, found, SqlFragment.TRUE, slice, isFree).rows();
    }

    /**
     * A slice in the order of change. The indexed branches are read first; where they fill the slice, what is gathered
     * (shares, routes) is looked for only among rows as new as those, by the order's index alone. Otherwise all of it
     * is read by primary key: some thousand rows, a few microseconds each.
     */
    private SqlFragment inOrderOfChange(Account user, SqlFragment where, Slice slice) {
        String columns = "c.id, c.updated_at, c.updated_at sorted";
        String end = slice.orderAndLimit("updated_at");
        SqlFragment rest = where.and(slice.keyset("updated_at"));
        SqlFragment own = union(columns, access.indexed(user), rest, end);
        if (user.scope() == RecordScope.ALL) {
            return own;
        }
        String cut = slice.isDescending() ? "min(updated_at)" : "max(updated_at)";
        return SqlFragment.of("with own as materialized (select * from (")
                .then(own)
                .then(") c" + end + "), cut as materialized (select " + cut + " as at from own having count(*) = "
                        + (slice.size() + 1) + ") select * from (select * from own union (select " + columns
                        + " from customer c where c.id = any(array(")
                .then(gatheredAsNew(user, slice))
                .then(")) and ")
                .then(where)
                .then(end + ") union (select " + columns + " from customer c where (select at from cut) is null"
                        + " and c.state = 'ACTIVE' and c.id = any(array(")
                .then(access.gathered(user))
                .then(")) and ")
                .then(rest)
                .then(end + ")) c" + end);
    }

    /** "is true" keeps the planner from turning the walk along the index into look-ups in the table. */
    private SqlFragment gatheredAsNew(Account user, Slice slice) {
        return SqlFragment.of("select c.id from customer c where (select at from cut) is not null"
                        + " and c.state = 'ACTIVE' and c.updated_at " + (slice.isDescending() ? ">=" : "<=")
                        + " (select at from cut) and ")
                .then(slice.keyset("updated_at"))
                .then(" and (c.id in (")
                .then(access.gathered(user))
                .then(")) is true");
    }

    /** The first page as far as the newest rows of this user's customers have it, and how many of those match. */
    Matches amongNewest(Account user, SqlFragment where, Slice slice, int window) {
        SqlFragment newest = SqlFragment.of("select c.id, c.updated_at, c.updated_at sorted from (")
                .then(newest(user, window))
                .then(") c where ")
                .then(where);
        return page(user, newest, SqlFragment.TRUE, slice, false);
    }

    /**
     * Finds all matches by the conditions' own indexes, up to {@code limit}, and sorts them: right when few match.
     * Materialised, so that the planner cannot walk the order's index through the whole table instead.
     */
    Matches allMatches(Account user, SqlFragment where, Slice slice, int limit) {
        SqlFragment found = SqlFragment.of("select c.id, c.updated_at, "
                        + slice.sort().key() + " sorted from customer c where c.state = 'ACTIVE' and ")
                .then(access.predicate(user))
                .then(" and ")
                .then(where)
                .then(" limit " + limit);
        return page(user, found, slice.keyset("sorted"), slice, false);
    }

    /** Sorts the newest matches, at most {@code limit} of them, in an order of their own. */
    List<CustomerView> newestMatches(Account user, SqlFragment where, Slice slice, int limit) {
        String columns = "c.id, c.updated_at, " + slice.sort().key() + " sorted";
        String newestFirst = " order by c.updated_at desc, c.id desc limit " + limit;
        SqlFragment union = union(columns, access.branches(user), where, newestFirst);
        SqlFragment newest = SqlFragment.of("select * from (").then(union).then(") c" + newestFirst);
        return page(user, newest, slice.keyset("sorted"), slice, false).rows();
    }

    /** The customer with this id, if the user may see it. */
    Optional<CustomerView> one(Account user, long id) {
        SqlFragment query = CustomerViewSql.byId(user.id(), id).then(" and ").then(access.predicate(user));
        return database.firstByKeys(query, CustomerViewSql::read);
    }

    /** Where a customer stands in an order without an index, as a text. */
    String sortValue(CustomerSort sort, long id) {
        SqlFragment value =
                SqlFragment.of("select cast(" + sort.key() + " as text) from customer c where c.id = ?", id);
        return database.first(value, row -> row.getString(1)).orElse("");
    }

    /** The ids of all that match, in no order. */
    SqlFragment matching(Account user, SqlFragment where) {
        return SqlFragment.of("select c.id from customer c where ").then(seen(user, where));
    }

    /** The condition of {@link #matching}. */
    SqlFragment seen(Account user, SqlFragment where) {
        return SqlFragment.of("c.state = 'ACTIVE' and ")
                .then(access.predicate(user))
                .then(" and ")
                .then(where);
    }

    /** How many match, looking no further than {@code limit}; 0 means without limit. */
    long count(Account user, SqlFragment where, int limit) {
        return where == SqlFragment.TRUE
                ? count(access.branches(user), where, limit)
                : count(List.of(access.predicate(user)), where, limit);
    }

    private long count(List<SqlFragment> branches, SqlFragment where, int limit) {
        String end = limit == 0 ? "" : " limit " + limit;
        SqlFragment matches = union("c.id", branches, where, end);
        return number(SqlFragment.of("select count(*) from (select 1 from (")
                .then(matches)
                .then(") m" + end + ") n"));
    }

    /** The first column of a query: ids or codes that names stand for. */
    List<Object> values(SqlFragment query) {
        return database.list(query, row -> row.getObject(1));
    }

    /** How many customers this user sees, as the database's statistics know it: good enough to choose a way. */
    long seen(Account user) {
        if (user.scope() == RecordScope.ALL) {
            SqlFragment all = SqlFragment.of(
                    "select reltuples::bigint from pg_class where oid = 'customer_updated_ix'::regclass");
            return database.firstByKeys(all, row -> row.getLong(1)).orElseThrow();
        }
        return estimate(user, SqlFragment.TRUE);
    }

    /** How many of the customers that this user sees match, as the database's statistics have it. */
    long estimate(Account user, SqlFragment where) {
        SqlFragment part =
                SqlFragment.of("explain select from customer c where ").then(seen(user, where));
        String plan = database.first(part, row -> row.getString(1)).orElseThrow();
        Matcher rows = ESTIMATE.matcher(plan);
        if (!rows.find()) {
            throw new IllegalStateException("No number of rows in " + plan);
        }
        return Long.parseLong(rows.group(1));
    }

    /**
     * The rows of a page, in two statements: which they are, planned anew each time unless it is by keys, then what they
     * hold, planned once.
     * Where a row of the page was changed between the two, which is rare, the page is found once more.
     *
     * @param found ids with {@code updated_at} and the order's value, {@code sorted}
     */
    private Matches page(Account user, SqlFragment found, SqlFragment beyond, Slice slice, boolean byKeys) {
        SqlFragment page = SqlFragment.of("with p as materialized (")
                .then(found)
                .then(") select c.id, c.updated_at, (select count(*) from p) count from p c where ")
                .then(beyond)
                .then(slice.orderAndLimit("sorted"));
        for (int i = 0; ; i++) {
            List<Found> ids = byKeys ? database.listByKeys(page, Found::read) : database.list(page, Found::read);
            List<CustomerView> rows = views(user, ids);
            if (rows.size() == ids.size() || i == LOOKS) {
                if (slice.isBackwards()) {
                    Collections.reverse(rows);
                }
                return new Matches(rows, ids.isEmpty() ? 0 : ids.get(0).count());
            }
        }
    }

    /** The customers with these ids, in their order, but for those that were changed since they were found. */
    private List<CustomerView> views(Account user, List<Found> found) {
        Map<Long, CustomerView> read = new HashMap<>();
        if (!found.isEmpty()) {
            SqlFragment byIds = CustomerViewSql.byIds(
                    user.id(), found.stream().map(Found::id).toList());
            database.listByKeys(byIds, CustomerViewSql::read).forEach(row -> read.put(row.id(), row));
        }
        List<CustomerView> rows = new ArrayList<>();
        for (Found one : found) {
            CustomerView row = read.get(one.id());
            if (row != null && row.updatedAt().equals(one.updatedAt())) {
                rows.add(row);
            }
        }
        return rows;
    }

    /**
     * Selects the newest rows that this user sees. Of several branches their ids are read at once, by a plan made once:
     * planning the merge takes as long as reading it.
     */
    SqlFragment newest(Account user, int window) {
        Slice slice = new Slice(CustomerSort.UPDATED_DOWN, null, window - 1);
        String newestFirst = slice.orderAndLimit("updated_at");
        if (user.scope() == RecordScope.ALL) {
            return union("c.*", access.indexed(user), SqlFragment.TRUE, newestFirst);
        }
        // For a large window the order's index would be walked further than gathering costs.
        SqlFragment merged = window <= WALKED
                ? inOrderOfChange(user, SqlFragment.TRUE, slice)
                : union("c.id, c.updated_at", access.branches(user), SqlFragment.TRUE, newestFirst);
        List<Long> ids = database.listByKeys(
                SqlFragment.of("select c.id from (").then(merged).then(") c" + newestFirst), row -> row.getLong(1));
        return SqlFragment.of("select c.* from customer c where c.state = 'ACTIVE' and c.id = any(?::bigint[])", ids);
    }

    /** Branches overlap: UNION keeps one of each row. */
    private static SqlFragment union(String columns, List<SqlFragment> branches, SqlFragment rest, String end) {
        return branches.stream()
                .map(branch -> SqlFragment.of("(select " + columns + " from customer c where c.state = 'ACTIVE' and ")
                        .then(branch)
                        .then(" and ")
                        .then(rest)
                        .then(end + ")"))
                .reduce((one, other) -> one.then(" union ").then(other))
                .orElseThrow();
    }

    private long number(SqlFragment query) {
        return database.first(query, row -> row.getLong(1)).orElseThrow();
    }
}
