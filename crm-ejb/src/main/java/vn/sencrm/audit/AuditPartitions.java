package vn.sencrm.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import vn.sencrm.common.PurgeStep;

/** The audit's partitions of this month and three more, so that the default partition stays empty. */
@ApplicationScoped
class AuditPartitions implements PurgeStep {

    private static final int MONTHS_AHEAD = 3;

    @Inject
    AuditPartitionSql sql;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "audit-partitions";
    }

    @Override
    public int purge(int atMost) {
        return sql.makePartitions(LocalDate.now(clock), MONTHS_AHEAD);
    }
}
