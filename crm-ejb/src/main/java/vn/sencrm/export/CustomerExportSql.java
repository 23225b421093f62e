package vn.sencrm.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.sencrm.common.Database;
import vn.sencrm.common.ReadAhead;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.common.filter.Filter;
import vn.sencrm.customer.CustomerConditions;
import vn.sencrm.customer.CustomerFilters;
import vn.sencrm.customer.CustomerSort;
import vn.sencrm.identity.Account;
import vn.sencrm.identity.Right;

/** Reads customers for a file: each column is one text of the query, in one pass through a cursor. */
@ApplicationScoped
class CustomerExportSql implements LongList {

    private static final int ROWS_AT_ONCE = 500;

    @Inject
    Database database;

    @Inject
    CustomerColumnsSql columns;

    @Inject
    CustomerConditions conditions;

    @Inject
    CustomerFilters filters;

    /** The names of the columns that there are now. */
    Set<String> names(Account user) {
        return columns.all(user, null).keySet();
    }

    @Override
    public String name() {
        return ExportService.CUSTOMERS;
    }

    @Override
    public String right() {
        return Right.CUSTOMER_EXPORT;
    }

    @Override
    public long count(ExportRun run, Account user) {
        SqlFragment query =
                SqlFragment.of("select count(*) from customer c where ").then(selected(run, user));
        return database.first(query, row -> row.getLong(1)).orElseThrow();
    }

    /** Gives the cells of every row in the run's order, some hundreds at a time. A column that is gone by now is empty. */
    @Override
    public ReadAhead.Source<List<String[]>> rows(ExportRun run, Account user) {
        Map<String, CustomerColumnsSql.Column> all = columns.all(user, run.language());
        List<CustomerColumnsSql.Column> chosen = run.columns().stream()
                .map(column -> all.getOrDefault(column.name(), NOTHING))
                .toList();
        SqlFragment query = query(run, user, chosen);
        return sink -> read(query, chosen, sink);
    }

    private void read(SqlFragment query, List<CustomerColumnsSql.Column> chosen, ReadAhead.Sink<List<String[]>> sink)
            throws IOException {
        List<String[]> read = new ArrayList<>(ROWS_AT_ONCE);
        database.each(query, ROWS_AT_ONCE, row -> {
            read.add(cells(row, chosen));
            if (read.size() == ROWS_AT_ONCE) {
                sink.put(List.copyOf(read));
                read.clear();
            }
        });
        sink.put(read);
    }

    private static final CustomerColumnsSql.Column NOTHING =
            new CustomerColumnsSql.Column(SqlFragment.of("null"), text -> text);

    private static String[] cells(ResultSet row, List<CustomerColumnsSql.Column> columns) throws SQLException {
        String[] cells = new String[columns.size()];
        for (int i = 0; i < cells.length; i++) {
            String text = row.getString(i + 1);
            cells[i] = text == null ? null : columns.get(i).word().apply(text);
        }
        return cells;
    }

    private SqlFragment query(ExportRun run, Account user, List<CustomerColumnsSql.Column> chosen) {
        SqlFragment values = chosen.stream()
                .map(CustomerColumnsSql.Column::value)
                .reduce((one, other) -> one.then(", ").then(other))
                .orElseThrow();
        return SqlFragment.of("select ")
                .then(values)
                .then(" from customer c where ")
                .then(selected(run, user))
                .then(" order by " + CustomerSort.of(run.sort()).orderBy());
    }

    /** A filter is read again, as what it names may be gone by now. */
    private SqlFragment selected(ExportRun run, Account user) {
        Filter filter = run.filter() == null ? null : filters.parse(run.filter());
        SqlFragment seen = conditions.seen(user, filter, run.search());
        return run.selected()
                ? seen.then(SqlFragment.of(
                        " and c.id = any((select r.ids from export_run r where r.id = ?)::bigint[])", run.id()))
                : seen;
    }
}
