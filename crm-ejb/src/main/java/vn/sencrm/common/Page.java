package vn.sencrm.common;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param total how many match, as far as they were counted
 * @param totalIsExact false when counting stopped early: there are at least {@code total}
 * @param next the encoded {@link Cursor} of the page after this one, null on the last
 * @param previous the encoded {@link Cursor} of the page before this one, null on the first
 */
public record Page<T>(List<T> items, long total, boolean totalIsExact, String next, String previous) {

    public Page {
        items = List.copyOf(items);
    }

    /** The same page of other items. */
    public <R> Page<R> map(Function<? super T, ? extends R> change) {
        List<R> changed = items.stream().<R>map(change).toList();
        return new Page<>(changed, total, totalIsExact, next, previous);
    }
}
