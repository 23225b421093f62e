package vn.sencrm.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.stream.Stream;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;

/** Deletes imports: first the run, so that nobody can put it to work any more, then its rows piece by piece. */
@ApplicationScoped
class ImportPurgeSql {

    @Inject
    Database database;

    /** Runs that rested since the given moment, with their files. */
    int deleteRuns(Instant restingSince, int atMost) {
        return database.update(SqlFragment.of(
                """
                with gone as (
                    delete from import_run where id in (
                        select id from import_run
                        where coalesce(finished_at, created_at) < ? and state not in ('CHECKING', 'RUNNING', 'UNDOING')
                        order by id limit ?)
                    returning file_id)
                delete from stored_file where id in (select file_id from gone)
                """,
                restingSince,
                atMost));
    }

    /** Each table is read whole, once for each piece: seconds in the night. The most rows that one of them lost. */
    int deleteRows(int atMost) {
        return Stream.of("import_row", "import_match", "import_verdict", "import_change")
                .mapToInt(table -> deleteOrphans(table, atMost))
                .reduce(0, Math::max);
    }

    private int deleteOrphans(String table, int atMost) {
        return database.update(SqlFragment.of(
                "delete from " + table + " where ctid = any (array(select o.ctid from " + table
                        + " o where not exists (select from import_run r where r.id = o.run_id) limit ?))",
                atMost));
    }
}
