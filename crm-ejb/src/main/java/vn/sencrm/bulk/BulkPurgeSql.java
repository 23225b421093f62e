package vn.sencrm.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;

/** Deletes bulk actions: first the run with its selection, then its records' verdicts piece by piece. */
@ApplicationScoped
class BulkPurgeSql {

    @Inject
    Database database;

    int deleteRuns(Instant askedBefore, int atMost) {
        return database.update(SqlFragment.of(
                """
                delete from bulk_action where id in (
                    select id from bulk_action where created_at < ? and state <> 'RUNNING' order by id limit ?)
                """,
                askedBefore,
                atMost));
    }

    /** The table is read whole, once for each piece: seconds in the night. */
    int deleteItems(int atMost) {
        return database.update(SqlFragment.of(
                """
                delete from bulk_item where ctid = any (array(
                    select i.ctid from bulk_item i
                    where not exists (select from bulk_action r where r.id = i.run_id) limit ?))
                """,
                atMost));
    }
}
