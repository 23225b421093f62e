package vn.sencrm.duplicate;

/** Two customers, whichever was named first. */
public record Pair(long low, long high) {

    public Pair {
        if (low >= high) {
            throw new IllegalArgumentException("the lower id comes first: " + low + ", " + high);
        }
    }

    public static Pair of(long one, long other) {
        return new Pair(Math.min(one, other), Math.max(one, other));
    }
}
