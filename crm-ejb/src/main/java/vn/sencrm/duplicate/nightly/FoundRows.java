package vn.sencrm.duplicate.nightly;

import java.nio.charset.StandardCharsets;

/** Pairs that were found, in the text form of COPY. */
final class FoundRows {

    private static final int FULL = 1 << 22;

    private final StringBuilder text = new StringBuilder();
    private int count;

    /** The same person twice (two addresses in one commune) is no pair. */
    void add(NameBlocks.Person one, NameBlocks.Person other, int reasons) {
        if (one.id() == other.id()) {
            return;
        }
        boolean inOrder = one.id() < other.id();
        NameBlocks.Person low = inOrder ? one : other;
        NameBlocks.Person high = inOrder ? other : one;
        text.append(low.id()).append('\t').append(high.id()).append('\t').append(reasons);
        text.append('\t')
                .append(low.version())
                .append('\t')
                .append(high.version())
                .append('\n');
        count++;
    }

    boolean isFull() {
        return text.length() >= FULL;
    }

    int count() {
        return count;
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
