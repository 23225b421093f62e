package vn.sencrm.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.identity.Account;
import vn.sencrm.identity.RecordAccessSql;

/**
 * Matches of a search, a few columns of each, newest first. The same two ways as for a list ({@link CustomerListPlan}):
 * among the newest rows, by the order's index; or all matches together, by the search's own index.
 */
@ApplicationScoped
class CustomerSuggestionsSql {

    private static final String COLUMNS = "c.id, c.code, c.name, c.name_fold, c.kind, c.stage, c.phones, c.updated_at";
    private static final String NEWEST = " order by c.updated_at desc, c.id desc limit ";

    @Inject
    Database database;

    @Inject
    RecordAccessSql access;

    @Inject
    CustomerListSql list;

    SqlFragment inStage(SqlFragment search, CustomerStage stage) {
        return stage == null ? search : search.and(SqlFragment.of("c.stage = ?", stage.name()));
    }

    /** The matches among the newest rows of this user's customers. */
    List<CustomerSuggestion> amongNewest(Account user, SqlFragment search, int window, int limit) {
        return read(SqlFragment.of("select " + COLUMNS + " from (")
                .then(list.newest(user, window))
                .then(") c where ")
                .then(search)
                .then(NEWEST + limit));
    }

    /** The newest of all matches, of which at most {@code most} are looked at. */
    List<CustomerSuggestion> all(Account user, SqlFragment search, int most, int limit) {
        return read(SqlFragment.of("with p as materialized (select c.id from customer c where c.state = 'ACTIVE' and ")
                .then(access.predicate(user))
                .then(" and ")
                .then(search)
                .then(" limit " + most + ") select " + COLUMNS + " from p join customer c on c.id = p.id" + NEWEST
                        + limit));
    }

    private List<CustomerSuggestion> read(SqlFragment rows) {
        return database.list(
                SqlFragment.of("select id, code, name, kind, phones -> 0 ->> 'value' phone from (")
                        .then(rows)
                        .then(") c order by updated_at desc, id desc"),
                row -> new CustomerSuggestion(
                        row.getLong("id"),
                        row.getString("code"),
                        row.getString("name"),
                        CustomerKind.valueOf(row.getString("kind")),
                        row.getString("phone")));
    }
}
