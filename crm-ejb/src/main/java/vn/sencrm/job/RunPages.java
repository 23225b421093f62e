package vn.sencrm.job;

import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import vn.sencrm.common.Cursor;
import vn.sencrm.common.Page;

/** Pages of runs, the newest first: by when they were asked for, runs of one moment by their ids. */
public final class RunPages {

    private RunPages() {}

    /**
     * @param name what the cursor is bound to
     * @param after the cursor of the page, blank for the first
     * @param read the runs beyond a cursor (null for the first page), at most so many
     * @param place a run's own cursor, see {@link #place}; the runs beyond it, see {@link RunPageSql}
     */
    public static <R> Page<R> page(
            String name,
            String after,
            int size,
            long total,
            BiFunction<Cursor, Integer, List<R>> read,
            Function<R, Cursor> place) {
        Cursor position = after == null || after.isBlank() ? null : Cursor.decode(after, name);
        List<R> found = read.apply(position, size + 1);
        boolean more = found.size() > size;
        List<R> shown = more ? found.subList(0, size) : found;
        String next = more ? place.apply(shown.get(size - 1)).encode(name) : null;
        return new Page<>(shown, total, true, next, null);
    }

    public static Cursor place(Instant createdAt, long id) {
        return Cursor.after(createdAt, id);
    }
}
