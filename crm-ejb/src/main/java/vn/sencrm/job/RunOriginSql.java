package vn.sencrm.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;

/** The request of a run, in whichever table of runs; the tables' names come from our own code only. */
@ApplicationScoped
class RunOriginSql {

    @Inject
    Database database;

    void remember(String table, long run, String request) {
        database.update(SqlFragment.of("update " + table + " set request_id = ? where id = ?", request, run));
    }

    /** Null for a run that no request asked for. */
    String request(String table, long run) {
        List<String> requests = database.list(
                SqlFragment.of("select request_id from " + table + " where id = ?", run), row -> row.getString(1));
        return requests.isEmpty() ? null : requests.get(0);
    }
}
