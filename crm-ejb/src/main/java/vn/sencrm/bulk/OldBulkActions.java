package vn.sencrm.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import vn.sencrm.common.PurgeStep;

/** Bulk actions that are past their time. What they changed stays, and so does its history. */
@ApplicationScoped
class OldBulkActions implements PurgeStep {

    @Inject
    BulkPurgeSql sql;

    @Inject
    BulkConfig config;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "bulk-actions";
    }

    @Override
    public int purge(int atMost) {
        return sql.deleteRuns(clock.instant().minus(config.keep()), atMost);
    }
}
