package vn.sencrm.importing;

import java.io.Serializable;

/**
 * How far a run is.
 *
 * @param total null while the file's rows are still being counted
 * @param phase null when the run rests
 * @param etaSeconds an estimate, null when there is nothing to go by
 */
public record ImportProgress(long done, Long total, ImportPhase phase, Long etaSeconds) implements Serializable {

    /** The share done in per cent; reading is taken for the first third of the way. */
    public int percent() {
        if (total == null || total == 0) {
            return phase == null ? 0 : 5;
        }
        return (int) Math.min(100, 100 * done / total);
    }
}
