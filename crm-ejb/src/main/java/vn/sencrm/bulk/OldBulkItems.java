package vn.sencrm.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.sencrm.common.PurgeStep;

/** The verdicts of bulk actions that are no longer there. */
@ApplicationScoped
class OldBulkItems implements PurgeStep {

    @Inject
    BulkPurgeSql sql;

    @Override
    public String name() {
        return "bulk-items";
    }

    @Override
    public int purge(int atMost) {
        return sql.deleteItems(atMost);
    }
}
