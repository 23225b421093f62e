package vn.sencrm.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;

/** Reads and writes {@code import_correction}: a handful of cells of a run. */
@ApplicationScoped
class ImportCorrectionSql {

    @Inject
    Database database;

    /** Texts by column by row number. */
    Map<Integer, Map<Integer, String>> of(long run) {
        Map<Integer, Map<Integer, String>> corrections = new HashMap<>();
        database.list(
                SqlFragment.of("select row_no, col_no, text from import_correction where run_id = ?", run),
                row -> corrections
                        .computeIfAbsent(row.getInt(1), number -> new HashMap<>())
                        .put(row.getInt(2), row.getString(3)));
        return corrections;
    }

    void put(long run, int row, int column, String text) {
        database.update(SqlFragment.of(
                """
                insert into import_correction (run_id, row_no, col_no, text) values (?, ?, ?, ?)
                on conflict (run_id, row_no, col_no) do update set text = excluded.text
                """,
                run,
                row,
                column,
                text));
    }

    /** The cell of the file counts again. */
    void remove(long run, int row, int column) {
        database.update(SqlFragment.of(
                "delete from import_correction where run_id = ? and row_no = ? and col_no = ?", run, row, column));
    }

    void removeAll(long run) {
        database.update(SqlFragment.of("delete from import_correction where run_id = ?", run));
    }
}
