package vn.sencrm.customer;

import static vn.sencrm.customer.CustomerListRequest.COUNT_LIMIT;
import static vn.sencrm.customer.CustomerListRequest.SORT_LIMIT;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
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

    /** How many of the newest rows are looked at first by who sees all. */
    private static final int PROBE = 1_000;

    /** By who sees a part: it has to be merged of several branches, and all matches are fewer. */
    private static final int PROBE_OF_PART = 300;

    /** With fewer matches than this among them, all matches together are some thousands at most. */
    private static final int FEW = 5;

    /** A page is looked for in this many times as many rows as it should be found in. */
    private static final int MARGIN = 2;

    /** Estimates err; what is estimated at half as many again as the limit is not counted. */
    private static final long SURELY_MANY = COUNT_LIMIT * 3L / 2;

    /** Two estimates that know nothing of each other err less: a look at the newest rows, and the statistics. */
    private static final long MANY_BY_BOTH = COUNT_LIMIT * 11L / 10;

    @Inject
    CustomerListSql sql;

    /**
     * A page's rows (one more than its size when there are more) and how many match.
     *
     * @param exact false when there are at least {@code total}
     * @param cut the rows are the newest {@value CustomerListRequest#SORT_LIMIT} matches only, sorted
     */
    record Found(List<CustomerView> rows, long total, boolean exact, boolean cut) {}

    /** What restricts a list. */
    record Conditions(SqlFragment where, boolean areKeys) {

        boolean areNone() {
            return where == SqlFragment.TRUE;
        }
    }

    /** Matches among the newest rows that a user sees, and how many there should be among all of them. */
    private record Probe(List<CustomerView> rows, long count, int window, long expected) {

        /** Not looked, as all were counted and are more than the limit. */
        static final Probe NONE = new Probe(List.of(), 0, 0, Long.MAX_VALUE);

        /** The same look, once it is known that more match than are counted: nobody counts them again. */
        Probe ofMany() {
            return new Probe(rows, count, window, NONE.expected());
        }

        boolean isFull(CustomerListSql.Slice slice) {
            return rows.size() > slice.size();
        }
    }

    Found find(Account user, Conditions conditions, CustomerListSql.Slice slice) {
        SqlFragment where = conditions.where();
        if (slice.position() != null) {
            return goOn(user, conditions, slice);
        }
        if (conditions.areNone()) {
            return slice.sort().isIndexed() ? free(user, slice) : manySorted(user, where, slice, sql.seen(user));
        }
        long seen = sql.seen(user);
        if (conditions.areKeys() || seen <= COUNT_LIMIT) {
            // Some few as a rule: no need to look at others first. Statistics may be old, and then they are many.
            return allMatches(user, where, slice).orElseGet(() -> many(user, where, slice, Probe.NONE));
        }
        Probe probe = probe(user, seen, where, slice);
        return probe.count() >= FEW && probe.expected() > COUNT_LIMIT
                ? many(user, where, slice, probe)
                : allMatches(user, where, slice).orElseGet(() -> many(user, where, slice, probe.ofMany()));
    }

    private Found free(Account user, CustomerListSql.Slice slice) {
        List<CustomerView> rows = sql.inOrder(user, SqlFragment.TRUE, slice);
        return rows.size() <= slice.size()
                ? new Found(rows, rows.size(), true, false)
                : total(rows, false, user, SqlFragment.TRUE, sql.seen(user));
    }

    private Probe probe(Account user, long seen, SqlFragment where, CustomerListSql.Slice slice) {
        int window = user.scope() == RecordScope.ALL ? PROBE : PROBE_OF_PART;
        CustomerListSql.Slice newestFirst = new CustomerListSql.Slice(CustomerSort.UPDATED_DOWN, null, slice.size());
        CustomerListSql.Matches newest = sql.amongNewest(user, where, newestFirst, window);
        return new Probe(newest.rows(), newest.count(), window, newest.count() * seen / window);
    }

    /** Empty when they are more than are counted. */
    private Optional<Found> allMatches(Account user, SqlFragment where, CustomerListSql.Slice slice) {
        CustomerListSql.Matches all = sql.allMatches(user, where, slice, COUNT_LIMIT + 1);
        return all.count() <= COUNT_LIMIT
                ? Optional.of(new Found(all.rows(), all.count(), true, false))
                : Optional.empty();
    }

    /** A further page knows from its cursor how many there are, and so which way is right. */
    private Found goOn(Account user, Conditions conditions, CustomerListSql.Slice slice) {
        SqlFragment where = conditions.where();
        long total = slice.position().longAt(2);
        boolean exact = slice.position().longAt(3) == 1;
        boolean isRead = conditions.areNone() && slice.sort().isIndexed();
        if (exact && !isRead) {
            CustomerListSql.Matches all = sql.allMatches(user, where, slice, COUNT_LIMIT + 1);
            if (all.count() <= COUNT_LIMIT) {
                return new Found(all.rows(), total, true, false);
            }
        }
        boolean cut = !isRead && !slice.sort().isByChange();
        List<CustomerView> rows =
                cut ? sql.newestMatches(user, where, slice, SORT_LIMIT) : sql.inOrder(user, where, slice);
        return new Found(rows, total, exact, cut);
    }

    private Found many(Account user, SqlFragment where, CustomerListSql.Slice slice, Probe probe) {
        if (!slice.sort().isByChange()) {
            return manySorted(user, where, slice, probe.expected());
        }
        List<CustomerView> rows = manyInOrder(user, where, slice, probe);
        return rows.size() <= slice.size()
                ? new Found(rows, rows.size(), true, false)
                : total(rows, false, user, where, probe.expected());
    }

    /**
     * A user who sees a part of all has several branches, one of which may hold no match at all and would be read whole:
     * the page is rather looked for in the newest rows of all of them.
     */
    private List<CustomerView> manyInOrder(Account user, SqlFragment where, CustomerListSql.Slice slice, Probe probe) {
        boolean isNewestFirst = slice.sort() == CustomerSort.UPDATED_DOWN;
        if (isNewestFirst && probe.isFull(slice)) {
            return probe.rows();
        }
        if (isNewestFirst && user.scope() != RecordScope.ALL && probe.count() > 0) {
            long window = MARGIN * probe.window() * (slice.size() + 1) / probe.count();
            // Few different sizes, so that their plans are kept.
            int rounded = (int) Math.min(2 * Long.highestOneBit(window), SORT_LIMIT);
            List<CustomerView> rows =
                    sql.amongNewest(user, where, slice, rounded).rows();
            if (rows.size() > slice.size()) {
                return rows;
            }
        }
        return sql.inOrder(user, where, slice);
    }

    private Found manySorted(Account user, SqlFragment where, CustomerListSql.Slice slice, long expected) {
        List<CustomerView> rows = sql.newestMatches(user, where, slice, SORT_LIMIT);
        if (rows.size() <= slice.size()) {
            return new Found(rows, rows.size(), true, false);
        }
        Found found = total(rows, true, user, where, expected);
        return new Found(rows, found.total(), found.exact(), !found.exact());
    }

    /** Counting many matches costs more than finding a page of them: what is surely more than the limit is not. */
    private Found total(List<CustomerView> rows, boolean cut, Account user, SqlFragment where, long expected) {
        boolean many = expected > SURELY_MANY
                || expected > MANY_BY_BOTH && where != SqlFragment.TRUE && sql.estimate(user, where) > MANY_BY_BOTH;
        return many ? new Found(rows, COUNT_LIMIT, false, cut) : counted(rows, user, where);
    }

    private Found counted(List<CustomerView> rows, Account user, SqlFragment where) {
        long count = sql.count(user, where, COUNT_LIMIT + 1);
        return count <= COUNT_LIMIT ? new Found(rows, count, true, false) : new Found(rows, COUNT_LIMIT, false, false);
    }
}
