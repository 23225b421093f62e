package vn.sencrm.merge;

import java.time.Instant;
import java.util.List;
import vn.sencrm.customer.CustomerDocument;

/**
 * A merge that was done.
 *
 * @param runId the run that did it; null when it was done by hand
 * @param masterVersion the master's version by the merge
 * @param before the master's changed values, as they were; tags as whoever merged sees them
 * @param after the same by the merge
 * @param createdBefore when the master had been created
 * @param primaryContactBefore the master's primary contact until then; null for none
 * @param undoneAt null unless it was undone
 */
public record Merge(
        long id,
        MergeMode mode,
        long masterId,
        String masterCode,
        String masterName,
        Long runId,
        Instant mergedAt,
        String mergedBy,
        int masterVersion,
        CustomerDocument before,
        CustomerDocument after,
        Instant createdBefore,
        Long primaryContactBefore,
        Instant undoneAt,
        String undoneBy,
        List<Slave> slaves) {

    /**
     * A customer that became an alias.
     *
     * @param dropped the names of its fields for which the result had no place
     */
    public record Slave(long id, String code, String name, List<String> dropped) {}

    public boolean isUndone() {
        return undoneAt != null;
    }
}
