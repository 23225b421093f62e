package vn.sencrm.importing;

import java.util.function.Function;
import vn.sencrm.common.ReadAhead;
import vn.sencrm.importing.sheet.SheetReader;
import vn.sencrm.importing.sheet.SheetRow;

/** Reads and checks a file's rows in batches that the database takes at once. */
final class RowFeed implements ReadAhead.Source<StagedRows> {

    /** So many batches are read while the database takes one. */
    static final int BATCHES_AHEAD = 4;

    private static final int BATCH_ROWS = 1000;
    private static final int BATCH_CHARS = 2 << 20;

    private final ImportRun run;
    private final SheetReader reader;
    private final SheetRow first;
    private final Function<SheetRow, StagedRow> check;

    /** @param first a row that the reader has given already, null for none */
    RowFeed(ImportRun run, SheetReader reader, SheetRow first, Function<SheetRow, StagedRow> check) {
        this.run = run;
        this.reader = reader;
        this.first = first;
        this.check = check;
    }

    @Override
    public void readTo(ReadAhead.Sink<StagedRows> sink) {
        StagedRows batch = new StagedRows(run.id());
        for (SheetRow row = first; row != null; row = reader.next()) {
            batch.add(check.apply(row));
            if (batch.rows() == BATCH_ROWS || batch.length() > BATCH_CHARS) {
                sink.put(batch);
                batch = new StagedRows(run.id());
            }
        }
        if (batch.rows() > 0) {
            sink.put(batch);
        }
    }
}
