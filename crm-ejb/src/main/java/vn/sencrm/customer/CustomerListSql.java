package vn.sencrm.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import vn.sencrm.common.Cursor;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.identity.Account;
import vn.sencrm.identity.RecordAccessSql;

/**
 * The SQL of the customer list. In the order of change each branch of record access is read by its own index up to a
 * page's rows, and the branches are merged: no plan reads much more than it returns, whoever looks. Other orders read
 * their own index with access as a predicate.
 *
 * <p>With conditions there are two ways, and which is right depends on how many match: in the order until the page is
 * full (many match), or all matches first, found by the conditions' own indexes, then sorted (few match).
 * {@link CustomerListPlan} decides; the planner alone cannot, as words of a name are correlated.
 */
@ApplicationScoped
class CustomerListSql {

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

        SqlFragment keyset() {
            if (position == null) {
                return SqlFragment.TRUE;
            }
            Object value = sort.isByTime() ? position.instantAt(0) : position.textAt(0);
            return SqlFragment.of(
                    "(c." + sort.column() + ", c.id) " + (isDescending() ? "<" : ">") + " (?, ?)",
                    value,
                    position.longAt(1));
        }

        /** One row more than the page has, to know whether there are more. */
        String orderAndLimit() {
            return order() + " limit " + (size + 1);
        }

        String order() {
            String direction = isDescending() ? " desc" : "";
            return " order by c." + sort.column() + direction + ", c.id" + direction;
        }
    }

    /** Rows of a page and, where it came for free, how many match. */
    record Matches(List<CustomerView> rows, long count) {}

    /** Reads in the order until the page is full: right when many match, or no condition is given. */
    List<CustomerView> inOrder(Account user, SqlFragment where, Slice slice) {
        List<SqlFragment> branches =
                slice.sort().isByChange() ? access.branches(user) : List.of(access.predicate(user));
        SqlFragment ids = union("c.id", branches, where.and(slice.keyset()), slice.orderAndLimit());
        return views(user, ids, SqlFragment.TRUE, slice);
    }

    /** The first page as far as the newest rows of this user's customers have it. */
    List<CustomerView> amongNewest(Account user, SqlFragment where, Slice slice, int window) {
        SqlFragment ids = SqlFragment.of("select c.id from (")
                .then(newest(user, window))
                .then(") c where ")
                .then(where);
        return views(user, ids, SqlFragment.TRUE, slice);
    }

    /** How many of the newest rows of this user's customers match. */
    long countAmongNewest(Account user, SqlFragment where, int window) {
        return number(SqlFragment.of("select count(*) from (")
                .then(newest(user, window))
                .then(") c where ")
                .then(where));
    }

    /**
     * Finds all matches by the conditions' own indexes, up to {@code limit}, and sorts them: right when few match.
     * Materialised, so that the planner cannot walk the order's index through the whole table instead.
     */
    Matches allMatches(Account user, SqlFragment where, Slice slice, int limit) {
        SqlFragment found = SqlFragment.of("select c.id from customer c where c.state = 'ACTIVE' and ")
                .then(access.predicate(user))
                .then(" and ")
                .then(where)
                .then(" limit " + limit);
        long count = number(SqlFragment.of("select count(*) from (").then(found).then(") n"));
        return new Matches(count == 0 || count >= limit ? List.of() : views(user, found, slice.keyset(), slice), count);
    }

    /** Sorts the newest matches, at most {@code limit} of them, in an order of their own. */
    List<CustomerView> newestMatches(Account user, SqlFragment where, Slice slice, int limit) {
        String newestFirst = " order by c.updated_at desc, c.id desc limit " + limit;
        SqlFragment union = union("c.id, c.updated_at", access.branches(user), where, newestFirst);
        SqlFragment ids = SqlFragment.of("select c.id from (").then(union).then(") c" + newestFirst);
        return views(user, ids, slice.keyset(), slice);
    }

    /** The customer with this id, if the user may see it. */
    Optional<CustomerView> one(Account user, long id) {
        SqlFragment query = SqlFragment.of(
                        CustomerViewSql.COLUMNS + "from customer c " + CustomerViewSql.JOINS
                                + "where c.id = ? and c.state = 'ACTIVE' and ",
                        user.id(),
                        user.id(),
                        id)
                .then(access.predicate(user));
        return database.first(query, CustomerViewSql::read);
    }

    /** How many match, looking no further than {@code limit}; 0 means without limit. */
    long count(Account user, SqlFragment where, int limit) {
        String end = limit == 0 ? "" : " limit " + limit;
        SqlFragment matches = union("1", access.branches(user), where, end);
        return number(SqlFragment.of("select count(*) from (select 1 from (")
                .then(matches)
                .then(") m" + end + ") n"));
    }

    /** How many customers there are, as the database's statistics know it: good enough to choose a way. */
    long roughSize() {
        return number(SqlFragment.of("select reltuples::bigint from pg_class where oid = 'customer'::regclass"));
    }

    private List<CustomerView> views(Account user, SqlFragment ids, SqlFragment beyond, Slice slice) {
        SqlFragment page = SqlFragment.of("with p as materialized (")
                .then(ids)
                .then(SqlFragment.of(") " + CustomerViewSql.COLUMNS, user.id(), user.id()))
                .then("from p join customer c on c.id = p.id " + CustomerViewSql.JOINS + "where ")
                .then(beyond)
                .then(slice.orderAndLimit());
        List<CustomerView> rows = new ArrayList<>(database.list(page, CustomerViewSql::read));
        if (slice.isBackwards()) {
            Collections.reverse(rows);
        }
        return rows;
    }

    private SqlFragment newest(Account user, int window) {
        String newestFirst = " order by c.updated_at desc, c.id desc limit " + window;
        SqlFragment union = union("c.*", access.branches(user), SqlFragment.TRUE, newestFirst);
        return SqlFragment.of("select * from (").then(union).then(") c" + newestFirst);
    }

    private static SqlFragment union(String columns, List<SqlFragment> branches, SqlFragment rest, String end) {
        return branches.stream()
                .map(branch -> SqlFragment.of("(select " + columns + " from customer c where c.state = 'ACTIVE' and ")
                        .then(branch)
                        .then(" and ")
                        .then(rest)
                        .then(end + ")"))
                .reduce((one, other) -> one.then(" union all ").then(other))
                .orElseThrow();
    }

    private long number(SqlFragment query) {
        return database.first(query, row -> row.getLong(1)).orElseThrow();
    }
}
