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

    /** How much of the whole way is done, in per cent: reading and deciding are taken for its first third. */
    public int percent() {
        if (phase == ImportPhase.READ) {
            return 10;
        }
        if (phase == ImportPhase.DECIDE) {
            return 30;
        }
        return total == null || total == 0 ? 0 : (int) Math.min(100, 30 + 70 * done / total);
    }
}
