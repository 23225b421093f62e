package vn.sencrm.customer.bin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import vn.sencrm.common.PurgeStep;

/** Customers whose days in the recycle bin are over; their codes are free again. */
@ApplicationScoped
class BinPurge implements PurgeStep {

    @Inject
    BinPurgeSql sql;

    @Inject
    BinConfig config;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "deleted-customers";
    }

    @Override
    public int purge(int atMost) {
        Instant now = clock.instant();
        List<Long> due = sql.due(now.minus(Duration.ofDays(config.days())), atMost);
        if (!due.isEmpty()) {
            List<Long> gone = sql.withAliases(due);
            sql.releaseContacts(gone, now);
            sql.deleteFiles(gone);
            sql.deleteCustomers(gone, now);
        }
        return due.size();
    }
}
