package vn.sencrm.job;

import vn.sencrm.common.Cursor;
import vn.sencrm.common.SqlFragment;

/** Where a page of {@link RunPages} begins. */
public final class RunPageSql {

    private RunPageSql() {}

    /** The condition of runs beyond a cursor (null for the first page), in a table {@code r}. */
    public static SqlFragment beyond(Cursor position) {
        return position == null
                ? SqlFragment.TRUE
                : SqlFragment.of("(r.created_at, r.id) < (?, ?)", position.instantAt(0), position.longAt(1));
    }
}
