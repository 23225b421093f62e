package vn.sencrm.duplicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;

/** Remembers the pairs that are none, each with everything that the two share at that time. */
@ApplicationScoped
class DifferentSql {

    /** The bits of all reasons. */
    private static final int ALL = 1023;

    @Inject
    Database database;

    void mark(Pair pair, long userId, Instant now) {
        database.update(SqlFragment.of(
                """
                insert into duplicate_different (low_id, high_id, shared, marked_by, marked_at)
                values (?, ?, duplicate_shared(?, ?, ?), ?, ?)
                on conflict (low_id, high_id)
                do update set shared = excluded.shared, marked_by = excluded.marked_by, marked_at = excluded.marked_at
                """,
                pair.low(),
                pair.high(),
                pair.low(),
                pair.high(),
                ALL,
                userId,
                now));
    }

    /** False when they were not. */
    boolean unmark(Pair pair) {
        return database.update(SqlFragment.of(
                        "delete from duplicate_different where low_id = ? and high_id = ?", pair.low(), pair.high()))
                > 0;
    }
}
