package vn.sencrm.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.identity.Account;
import vn.sencrm.identity.RecordAccessSql;

/** Reads the contacts of one company by their own index, and keeps which of them is the primary one. */
@ApplicationScoped
class CustomerContactsSql {

    private static final String CONTACTS =
            """
            select c.id, c.code, c.name, c.job_title, c.phones -> 0 ->> 'value' phone,
                   c.id is not distinct from a.primary_contact_id is_primary
            from customer c join customer a on a.id = c.account_id
            where c.account_id = ? and c.state = 'ACTIVE'
            """;

    @Inject
    Database database;

    @Inject
    RecordAccessSql access;

    /** The primary contact first. */
    List<CustomerContact> of(Account user, long accountId, int limit) {
        SqlFragment query = SqlFragment.of(CONTACTS, accountId)
                .then(" and ")
                .then(access.predicate(user))
                .then(SqlFragment.of(" order by is_primary desc, c.name_fold, c.id limit ?", limit));
        return database.list(query, CustomerContactsSql::contact);
    }

    /** One of a company's contacts that the user may see. */
    Optional<CustomerContact> find(Account user, long accountId, long contactId) {
        SqlFragment query = SqlFragment.of(CONTACTS + " and c.id = ? and ", accountId, contactId)
                .then(access.predicate(user));
        return database.first(query, CustomerContactsSql::contact);
    }

    /** The primary contact whoever may see it, as long as it still belongs to the company. */
    Optional<CustomerContact> primary(long accountId) {
        return database.first(
                SqlFragment.of(CONTACTS + " and c.id = a.primary_contact_id", accountId), CustomerContactsSql::contact);
    }

    private static CustomerContact contact(ResultSet row) throws SQLException {
        return new CustomerContact(
                row.getLong("id"),
                row.getString("code"),
                row.getString("name"),
                row.getString("job_title"),
                row.getString("phone"),
                row.getBoolean("is_primary"));
    }

    /** Locks the company for a change of its primary contact and tells its version. */
    int lock(long accountId) {
        return database.first(
                        SqlFragment.of("select version from customer where id = ? for no key update", accountId),
                        row -> row.getInt(1))
                .orElseThrow();
    }

    /** @param contactId null for none */
    void setPrimary(long accountId, Long contactId) {
        database.update(SqlFragment.of(
                "update customer set primary_contact_id = ? where id = ?",
                contactId == null ? Database.Null.BIGINT : contactId,
                accountId));
    }
}
