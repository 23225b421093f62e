package vn.sencrm.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;

/** The monthly partitions of {@code audit_entry}. */
@ApplicationScoped
class AuditPartitionSql {

    @Inject
    Database database;

    /** Makes those that are missing, of today's month and as many more, and tells how many it made. */
    int makePartitions(LocalDate today, int monthsAhead) {
        int before = partitions();
        database.list(
                SqlFragment.of(
                        """
                        select audit_entry_partition((?::date + make_interval(months => m))::date)
                        from generate_series(0, ?) as m
                        """,
                        today,
                        monthsAhead),
                row -> true);
        return partitions() - before;
    }

    private int partitions() {
        return database.first(
                        SqlFragment.of("select count(*) from pg_inherits where inhparent = 'audit_entry'::regclass"),
                        row -> row.getInt(1))
                .orElseThrow();
    }
}
