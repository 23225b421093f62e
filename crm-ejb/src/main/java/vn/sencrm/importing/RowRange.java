package vn.sencrm.importing;

import java.util.ArrayList;
import java.util.List;

/** The rows of a file beyond {@code after}, up to and with {@code upTo}. */
public record RowRange(int after, int upTo) {

    /** The whole file. */
    static final RowRange ALL = new RowRange(0, Integer.MAX_VALUE);

    int rows() {
        return upTo - after;
    }

    /** What remains of the rows up to {@code last} beside those done, in pieces of at most {@code size} rows. */
    static List<RowRange> remaining(int last, List<RowRange> done, int size) {
        List<RowRange> remaining = new ArrayList<>();
        int after = 0;
        for (RowRange range : done) {
            cut(after, Math.min(range.after(), last), size, remaining);
            after = Math.max(after, range.upTo());
        }
        cut(after, last, size, remaining);
        return remaining;
    }

    private static void cut(int after, int upTo, int size, List<RowRange> pieces) {
        for (int start = after; start < upTo; start += size) {
            pieces.add(new RowRange(start, Math.min(start + size, upTo)));
        }
    }
}
