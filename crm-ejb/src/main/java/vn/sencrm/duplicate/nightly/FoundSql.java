package vn.sencrm.duplicate.nightly;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;

/** The unlogged tables in which a run gathers what it finds. */
@ApplicationScoped
class FoundSql {

    @Inject
    Database database;

    void clear() {
        database.update(SqlFragment.of("truncate duplicate_found, duplicate_grouped"));
    }

    /** Tells how many were written. */
    int copy(FoundRows rows) {
        copy("copy duplicate_found (low_id, high_id, reasons, low_version, high_version) from stdin", rows.bytes());
        return rows.count();
    }

    void copy(String statement, byte[] bytes) {
        database.with(connection -> {
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement);
            try {
                copy.writeToCopy(bytes, 0, bytes.length);
                return copy.endCopy();
            } finally {
                cancel(copy);
            }
        });
    }

    private static void cancel(CopyIn copy) throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
