package vn.sencrm.customer;

import static vn.sencrm.customer.CustomerListRequest.COUNT_LIMIT;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.identity.Account;
import vn.sencrm.identity.RecordScope;

/**
 * Chooses how a page is read, by a look at the newest customers: where enough of those match, the page is (nearly)
 * found; where hardly any does, all matches are found by their own indexes. Measured at a million customers this keeps
 * every name, frequent or rare, within some ten milliseconds; the planner's own choice took up to a second.
 */
@ApplicationScoped
class CustomerListPlan {

    /** How many of the newest rows are looked at first. */
    private static final int PROBE = 1_000;

    /** With fewer matches than this among them, all matches together are some thousands at most. */
    private static final int FEW = 5;

    /** So many of the newest rows of a user who sees a part of all are counted, where counting all would take long. */
    private static final int COUNTED = 2_000;

    /** A page is looked for in this many times as many rows as it should be found in. */
    private static final int MARGIN = 2;

    /** Estimates err; what is estimated at twice the limit is not counted. */
    private static final long SURELY_MANY = 2L * COUNT_LIMIT;

    @Inject
    CustomerListSql sql;

    /**
     * A page's rows (one more than its size when there are more) and how many match.
     *
     * @param exact false when there are at least {@code total}
     * @param cut the rows are the newest {@value CustomerListRequest#COUNT_LIMIT} matches only, sorted
     */
    record Found(List<CustomerView> rows, long total, boolean exact, boolean cut) {}

    /** @param isFree whether neither filter nor search restricts the list */
    Found find(Account user, SqlFragment where, boolean isFree, CustomerListSql.Slice slice) {
        if (slice.position() != null) {
            return goOn(user, where, isFree, slice);
        }
        if (isFree && !slice.sort().isIndexed()) {
            return manySorted(user, where, slice, PROBE);
        }
        if (isFree) {
            List<CustomerView> rows = sql.inOrder(user, where, slice);
            boolean surelyMany = user.scope() == RecordScope.ALL
                    ? sql.roughSize() > SURELY_MANY
                    : sql.isOneBranchAtLeast(user, COUNT_LIMIT + 1);
            return surelyMany && rows.size() > slice.size()
                    ? new Found(rows, COUNT_LIMIT, false, false)
                    : counted(rows, user, where, slice);
        }
        List<CustomerView> newest = sql.amongNewest(user, where, probe(slice), PROBE);
        if (newest.size() >= FEW && !isCountable(user, newest.size())) {
            return many(user, where, slice, newest);
        }
        CustomerListSql.Matches all = sql.allMatches(user, where, slice, COUNT_LIMIT + 1);
        return all.count() <= COUNT_LIMIT
                ? new Found(all.rows(), all.count(), true, false)
                : many(user, where, slice, newest);
    }

    /** Whether all matches are likely to be counted anyway, so that the page comes out of them for free. */
    private boolean isCountable(Account user, int amongNewest) {
        return user.scope() == RecordScope.ALL && amongNewest * sql.roughSize() / PROBE <= COUNT_LIMIT;
    }

    /** A further page knows from its cursor how many there are, and so which way is right. */
    private Found goOn(Account user, SqlFragment where, boolean isFree, CustomerListSql.Slice slice) {
        long total = slice.position().longAt(2);
        boolean exact = slice.position().longAt(3) == 1;
        boolean isRead = isFree && slice.sort().isIndexed();
        if (exact && !isRead) {
            CustomerListSql.Matches all = sql.allMatches(user, where, slice, COUNT_LIMIT + 1);
            if (all.count() <= COUNT_LIMIT) {
                return new Found(all.rows(), total, true, false);
            }
        }
        boolean cut = !isRead && !slice.sort().isByChange();
        List<CustomerView> rows =
                cut ? sql.newestMatches(user, where, slice, COUNT_LIMIT) : sql.inOrder(user, where, slice);
        return new Found(rows, total, exact, cut);
    }

    private Found many(Account user, SqlFragment where, CustomerListSql.Slice slice, List<CustomerView> newest) {
        if (!slice.sort().isByChange()) {
            return manySorted(user, where, slice, newest.size());
        }
        List<CustomerView> rows = manyInOrder(user, where, slice, newest);
        if (rows.size() <= slice.size()) {
            return new Found(rows, rows.size(), true, false);
        }
        return total(rows, false, user, where, newest.size());
    }

    /**
     * A user who sees a part of all has several branches, one of which may hold no match at all and would be read whole:
     * the page is rather looked for in the newest rows of all of them.
     */
    private List<CustomerView> manyInOrder(
            Account user, SqlFragment where, CustomerListSql.Slice slice, List<CustomerView> newest) {
        boolean isNewestFirst = slice.sort() == CustomerSort.UPDATED_DOWN;
        if (isNewestFirst && newest.size() > slice.size()) {
            return newest.subList(0, slice.size() + 1);
        }
        if (isNewestFirst && user.scope() != RecordScope.ALL && !newest.isEmpty()) {
            int window = Math.min(MARGIN * PROBE * (slice.size() + 1) / newest.size(), COUNT_LIMIT);
            List<CustomerView> rows = sql.amongNewest(user, where, slice, window);
            if (rows.size() > slice.size()) {
                return rows;
            }
        }
        return sql.inOrder(user, where, slice);
    }

    private Found manySorted(Account user, SqlFragment where, CustomerListSql.Slice slice, int amongNewest) {
        List<CustomerView> rows = sql.newestMatches(user, where, slice, COUNT_LIMIT);
        if (rows.size() <= slice.size()) {
            return new Found(rows, rows.size(), true, false);
        }
        Found found = total(rows, true, user, where, amongNewest);
        return new Found(rows, found.total(), found.exact(), !found.exact());
    }

    /** Counting many matches costs more than finding a page of them: what is surely more than the limit is not. */
    private Found total(List<CustomerView> rows, boolean cut, Account user, SqlFragment where, int amongNewest) {
        if (user.scope() == RecordScope.ALL && amongNewest * sql.roughSize() / PROBE > SURELY_MANY) {
            return new Found(rows, COUNT_LIMIT, false, cut);
        }
        if (user.scope() != RecordScope.ALL && seesMany(user)) {
            long atLeast = sql.countAmongNewest(user, where, COUNTED);
            return new Found(rows, Math.max(atLeast, rows.size()), false, cut);
        }
        return counted(rows, user, where);
    }

    private boolean seesMany(Account user) {
        return sql.isOneBranchAtLeast(user, COUNT_LIMIT + 1)
                || sql.count(user, SqlFragment.TRUE, COUNT_LIMIT + 1) > COUNT_LIMIT;
    }

    private Found counted(List<CustomerView> rows, Account user, SqlFragment where, CustomerListSql.Slice slice) {
        return rows.size() <= slice.size() ? new Found(rows, rows.size(), true, false) : counted(rows, user, where);
    }

    private Found counted(List<CustomerView> rows, Account user, SqlFragment where) {
        long count = sql.count(user, where, COUNT_LIMIT + 1);
        return count <= COUNT_LIMIT ? new Found(rows, count, true, false) : new Found(rows, COUNT_LIMIT, false, false);
    }

    private static CustomerListSql.Slice probe(CustomerListSql.Slice slice) {
        return new CustomerListSql.Slice(CustomerSort.UPDATED_DOWN, null, Math.max(slice.size(), FEW));
    }
}
