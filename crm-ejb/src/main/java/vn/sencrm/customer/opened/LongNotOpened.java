package vn.sencrm.customer.opened;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import vn.sencrm.common.PurgeStep;

/** Customers that a user looked at three months ago. */
@ApplicationScoped
class LongNotOpened implements PurgeStep {

    private static final Duration KEPT = Duration.ofDays(90);

    @Inject
    OpenedCustomersSql sql;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "opened-customers";
    }

    @Override
    public int purge(int atMost) {
        return sql.deleteBefore(clock.instant().minus(KEPT), atMost);
    }
}
