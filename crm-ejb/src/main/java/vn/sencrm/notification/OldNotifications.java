package vn.sencrm.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import vn.sencrm.common.PurgeStep;

/** Notifications that were read three months ago. */
@ApplicationScoped
class OldNotifications implements PurgeStep {

    private static final Duration KEPT = Duration.ofDays(90);

    @Inject
    NotificationSql sql;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "notifications";
    }

    @Override
    public int purge(int atMost) {
        return sql.deleteRead(clock.instant().minus(KEPT), atMost);
    }
}
