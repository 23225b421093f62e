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
 * their own index with access as a predicate; a search in such an order sorts the newest
 * {@value CustomerListRequest#COUNT_LIMIT} matches.
 */
@ApplicationScoped
class CustomerListSql {

    private static final int LIMIT = CustomerListRequest.COUNT_LIMIT;

    @Inject
    Database database;

    @Inject
    RecordAccessSql access;

    /**
     * One page's rows in the order asked for, one more than {@code size} when there are more.
     *
     * @param position where the page begins, null at the start of the list
     */
    List<CustomerView> rows(
            Account user, SqlFragment where, boolean isSearch, CustomerSort sort, Cursor position, int size) {
        boolean backwards = position != null && position.direction() == Cursor.Direction.PREVIOUS;
        boolean descending = sort.isDescending() != backwards;
        SqlFragment source = isSearch && !sort.isByChange()
                ? newestMatches(user, where)
                : candidates(user, where, sort, position, descending, size + 1);
        SqlFragment beyond = isSearch && !sort.isByChange() ? keyset(sort, position, descending) : SqlFragment.TRUE;
        SqlFragment page = SqlFragment.of(CustomerViewSql.COLUMNS + "from (", user.id(), user.id())
                .then(source)
                .then(") p join customer c on c.id = p.id " + CustomerViewSql.JOINS + "where ")
                .then(beyond)
                .then(orderBy(sort, descending) + " limit " + (size + 1));
        List<CustomerView> rows = new ArrayList<>(database.list(page, CustomerViewSql::read));
        if (backwards) {
            Collections.reverse(rows);
        }
        return rows;
    }

    private SqlFragment candidates(
            Account user, SqlFragment where, CustomerSort sort, Cursor position, boolean descending, int limit) {
        SqlFragment rest = where.and(keyset(sort, position, descending));
        String end = orderBy(sort, descending) + " limit " + limit;
        List<SqlFragment> branches = sort.isByChange() ? access.branches(user) : List.of(access.predicate(user));
        return union(branches, rest, end);
    }

    private SqlFragment newestMatches(Account user, SqlFragment where) {
        String end = orderBy(CustomerSort.UPDATED_DOWN, true) + " limit " + LIMIT;
        SqlFragment union = union(access.branches(user), where, end);
        return SqlFragment.of("select u.id from (").then(union).then(") u order by u.updated_at desc limit " + LIMIT);
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
        SqlFragment matches = union(access.branches(user), where, end);
        return database.first(
                        SqlFragment.of("select count(*) from (select 1 from (")
                                .then(matches)
                                .then(") m" + end + ") n"),
                        row -> row.getLong(1))
                .orElseThrow();
    }

    private static SqlFragment union(List<SqlFragment> branches, SqlFragment rest, String end) {
        return branches.stream()
                .map(branch -> SqlFragment.of(
                                "(select c.id, c.updated_at from customer c where c.state = 'ACTIVE' and ")
                        .then(branch)
                        .then(" and ")
                        .then(rest)
                        .then(end + ")"))
                .reduce((one, other) -> one.then(" union all ").then(other))
                .orElseThrow();
    }

    private static SqlFragment keyset(CustomerSort sort, Cursor position, boolean descending) {
        if (position == null) {
            return SqlFragment.TRUE;
        }
        Object value = sort.isByTime() ? position.instantAt(0) : position.textAt(0);
        return SqlFragment.of(
                "(c." + sort.column() + ", c.id) " + (descending ? "<" : ">") + " (?, ?)", value, position.longAt(1));
    }

    private static String orderBy(CustomerSort sort, boolean descending) {
        String direction = descending ? " desc" : "";
        return " order by c." + sort.column() + direction + ", c.id" + direction;
    }
}
