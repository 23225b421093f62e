package vn.sencrm.duplicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.customer.IdentityKey;

/**
 * Locks keys until the end of the transaction: of two who save customers with one key at the same time, the second
 * waits and sees the first. Whoever takes customers out of the recycle bin locks in the same way.
 */
@ApplicationScoped
class DuplicateKeysSql {

    @Inject
    Database database;

    void lock(Collection<IdentityKey> keys) {
        lock(SqlFragment.of(
                "select kind, key from unnest(?, ?) as n (kind, key) where kind <> 'NAME'",
                keys.stream().map(key -> key.kind().name()).toList(),
                keys.stream().map(IdentityKey::key).toList()));
    }

    void lockOf(long customerId) {
        lock(SqlFragment.of("select kind, key from identity_key where customer_id = ? and kind <> 'NAME'", customerId));
    }

    private void lock(SqlFragment keys) {
        database.list(
                SqlFragment.of("select pg_advisory_xact_lock(hashtextextended(k.kind || k.key, 14)) from (")
                        .then(keys)
                        .then(" order by kind, key) k"),
                row -> true);
    }
}
