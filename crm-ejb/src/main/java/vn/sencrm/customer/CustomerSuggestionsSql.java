package vn.sencrm.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.identity.Account;
import vn.sencrm.identity.RecordAccessSql;

/** The newest matches of a search, each branch of record access by its own index, a few columns of each row. */
@ApplicationScoped
class CustomerSuggestionsSql {

    private static final String NEWEST = " order by c.updated_at desc, c.id desc limit ";

    @Inject
    Database database;

    @Inject
    RecordAccessSql access;

    List<CustomerSuggestion> newest(Account user, SqlFragment search, int limit) {
        SqlFragment matches = access.branches(user).stream()
                .map(branch -> SqlFragment.of(
                                "(select c.id, c.updated_at from customer c where c.state = 'ACTIVE' and ")
                        .then(branch)
                        .then(" and ")
                        .then(search)
                        .then(NEWEST + limit + ")"))
                .reduce((one, other) -> one.then(" union all ").then(other))
                .orElseThrow();
        SqlFragment query = SqlFragment.of(
                        "select c.id, c.code, c.name, c.kind, c.phones -> 0 ->> 'value' phone from (")
                .then(matches)
                .then(") m join customer c on c.id = m.id" + NEWEST + limit);
        return database.list(
                query,
                row -> new CustomerSuggestion(
                        row.getLong("id"),
                        row.getString("code"),
                        row.getString("name"),
                        CustomerKind.valueOf(row.getString("kind")),
                        row.getString("phone")));
    }
}
