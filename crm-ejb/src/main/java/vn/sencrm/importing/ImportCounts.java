package vn.sencrm.importing;

import java.io.Serializable;

/** What became of the rows so far. Once they are decided, the five add up to {@code read}. */
public record ImportCounts(long read, long created, long updated, long unchanged, long skipped, long refused)
        implements Serializable {

    public long decided() {
        return created + updated + unchanged + skipped + refused;
    }
}
