package vn.sencrm.merge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.customer.CustomerUsesSql;

/** Whether a customer is nothing but a name and its keys. */
@ApplicationScoped
class LinkSql {

    @Inject
    Database database;

    @Inject
    CustomerUsesSql uses;

    boolean isUsed(long id) {
        return database.first(
                        SqlFragment.of("select ")
                                .then(uses.isUsed())
                                .then(SqlFragment.of(" from customer c where c.id = ?", id)),
                        row -> row.getBoolean(1))
                .orElse(false);
    }
}
