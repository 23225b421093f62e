package vn.sencrm.customer.conversion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.customer.CustomerField;
import vn.sencrm.customer.CustomerKind;
import vn.sencrm.customer.CustomerStage;
import vn.sencrm.customer.IdentityKey;
import vn.sencrm.identity.Account;
import vn.sencrm.identity.RecordAccessSql;

/** What a conversion reads and writes beside the customers' own services; every statement by an index. */
@ApplicationScoped
class ConversionSql {

    @Inject
    Database database;

    @Inject
    RecordAccessSql access;

    /** A lead as it is while its row is locked. */
    record Lead(CustomerKind kind, CustomerStage stage, String code, String name, String ownerUsername) {
        boolean isConverted() {
            return stage == CustomerStage.CONTACT || stage == CustomerStage.ACCOUNT;
        }
    }

    /** A customer that somebody named by its code. */
    record Named(long id, int version, String code, String name, CustomerStage stage, Long accountId) {}

    Map<CustomerKind, CustomerStage> kindRules() {
        Map<CustomerKind, CustomerStage> rules = new EnumMap<>(CustomerKind.class);
        database.list(
                SqlFragment.of("select kind, becomes from kind_rule"),
                row -> rules.put(
                        CustomerKind.valueOf(row.getString("kind")), CustomerStage.valueOf(row.getString("becomes"))));
        return rules;
    }

    void writeKindRule(CustomerKind kind, CustomerStage becomes) {
        database.update(SqlFragment.of(
                """
                insert into kind_rule (kind, becomes) values (?, ?)
                on conflict (kind) do update set becomes = excluded.becomes
                """,
                kind,
                becomes));
    }

    /** Locks the customer until the end of the transaction: of two who convert it, the second waits and sees it done. */
    Optional<Lead> lock(Account user, long id) {
        SqlFragment query = SqlFragment.of(
                        """
                        select c.kind, c.stage, c.code, c.name, (select o.username from app_user o
                                where o.id = c.owner_id and o.active) owner
                        from customer c where c.id = ? and c.state = 'ACTIVE' and
                        """,
                        id)
                .then(access.predicate(user))
                .then(" for update of c");
        return database.first(
                query,
                row -> new Lead(
                        CustomerKind.valueOf(row.getString("kind")),
                        CustomerStage.valueOf(row.getString("stage")),
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("owner")));
    }

    /** The customer with this code, if the user may see it. */
    Optional<Named> named(Account user, String code) {
        SqlFragment query = SqlFragment.of(
                        """
                        select c.id, c.version, c.code, c.name, c.stage, c.account_id from customer c
                        where c.id = any(array(select coalesce(a.merged_into, a.id) from customer a
                                               where upper(a.code) = upper(?))) and c.state = 'ACTIVE' and
                        """,
                        code.trim())
                .then(access.predicate(user));
        return database.first(
                query,
                row -> new Named(
                        row.getLong("id"),
                        row.getInt("version"),
                        row.getString("code"),
                        row.getString("name"),
                        CustomerStage.valueOf(row.getString("stage")),
                        Database.longOrNull(row, "account_id")));
    }

    /** What a customer would lack in another stage, in the order of the form. */
    List<CustomerField> lacks(long id, CustomerStage stage) {
        return database
                .list(
                        SqlFragment.of(
                                """
                                select r.field from customer c join required_field r on r.kind = c.kind and r.stage = ?
                                where c.id = ? and customer_lacks(c, r.field)
                                """,
                                stage,
                                id),
                        row -> CustomerField.named(row.getString("field")))
                .stream()
                .flatMap(Optional::stream)
                .sorted()
                .toList();
    }

    /** The keys of a customer by which others may be the same. */
    List<IdentityKey> keys(long id) {
        return database.list(
                SqlFragment.of(
                        "select kind, key from identity_key where customer_id = ?"
                                + " and kind in ('PHONE', 'EMAIL', 'TAX', 'IDNO')",
                        id),
                row -> new IdentityKey(IdentityKey.Kind.valueOf(row.getString("kind")), row.getString("key")));
    }

    void setPrimaryContact(long accountId, long contactId) {
        database.update(
                SqlFragment.of("update customer set primary_contact_id = ? where id = ?", contactId, accountId));
    }
}
