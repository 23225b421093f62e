package vn.sencrm.bulk;

import jakarta.json.JsonObject;
import java.time.Instant;

/**
 * A bulk action as it stood when it was read.
 *
 * @param filter the JSON of the filter that selected, or null
 * @param undoes the run that this one takes back, or null
 * @param undoneBy the run that takes this one back, or null
 * @param position parts that are done
 * @param total records selected
 */
public record BulkRun(
        long id,
        String action,
        JsonObject parameters,
        String filter,
        String search,
        Long undoes,
        Long undoneBy,
        BulkState state,
        int position,
        long total,
        BulkCounts counts,
        String errorCode,
        String errorDetail,
        long createdBy,
        String createdByName,
        Instant createdAt,
        Instant finishedAt) {

    public boolean isUndo() {
        return undoes != null;
    }

    /** Whether it rests before its end and can go on. */
    public boolean isResumable() {
        return undoneBy == null
                && (state == BulkState.STOPPED || state == BulkState.FAILED && "INTERNAL".equals(errorCode));
    }
}
