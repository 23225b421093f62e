package vn.sencrm.importing;

import java.io.Serializable;

/**
 * What became of the rows so far. Once they are decided, the five from {@code created} to {@code refused} add up to
 * {@code read}.
 *
 * @param duplicates those among the created and updated that bring a key which somebody else has, and that a form would
 *     have asked about
 */
public record ImportCounts(
        long read, long created, long updated, long unchanged, long skipped, long refused, long duplicates)
        implements Serializable {

    public long decided() {
        return created + updated + unchanged + skipped + refused;
    }
}
