package vn.sencrm.bulk;

import java.io.Serializable;

/** How many records have which verdict so far. */
public record BulkCounts(long done, long unchanged, long skipped, long refused) implements Serializable {

    /** Records that have a verdict. */
    public long decided() {
        return done + unchanged + skipped + refused;
    }
}
