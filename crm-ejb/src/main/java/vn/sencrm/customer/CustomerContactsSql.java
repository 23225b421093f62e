package vn.sencrm.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.identity.Account;
import vn.sencrm.identity.RecordAccessSql;

/** Reads the contacts of one company by their own index. */
@ApplicationScoped
class CustomerContactsSql {

    @Inject
    Database database;

    @Inject
    RecordAccessSql access;

    List<CustomerContact> of(Account user, long accountId, int limit) {
        SqlFragment query = SqlFragment.of(
                        """
                        select c.id, c.code, c.name, c.job_title, c.phones -> 0 ->> 'value' phone from customer c
                        where c.account_id = ? and c.state = 'ACTIVE' and
                        """,
                        accountId)
                .then(access.predicate(user))
                .then(SqlFragment.of(" order by c.name_fold, c.id limit ?", limit));
        return database.list(
                query,
                row -> new CustomerContact(
                        row.getLong("id"),
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("job_title"),
                        row.getString("phone")));
    }
}
