package vn.sencrm.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.sencrm.common.ReadAhead;
import vn.sencrm.importing.sheet.SheetReader;
import vn.sencrm.importing.sheet.SheetRow;
import vn.sencrm.importing.sheet.UnreadableFileException;

class RowFeedTest {

    private final ExecutorService executor = Executors.newCachedThreadPool();

    @AfterEach
    void endThread() {
        executor.shutdownNow();
    }

    /** A file of so many rows, broken behind the last one if asked. */
    private record Rows(int[] number, int count, boolean broken) implements SheetReader {

        @Override
        public List<String> header() {
            return List.of("Tên");
        }

        @Override
        public SheetRow next() {
            if (number[0] > count) {
                if (broken) {
                    throw new UnreadableFileException(UnreadableFileException.ENCODING);
                }
                return null;
            }
            return new SheetRow(number[0]++, new String[] {"An"});
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    private ReadAhead<StagedRows> feed(int count, boolean broken) {
        ImportRun run = new ImportRun(
                1,
                "customers",
                ImportState.CHECKING,
                ImportPhase.READ,
                false,
                1,
                "a.csv",
                1,
                ImportOptions.DEFAULT,
                List.of(),
                Map.of(),
                null,
                null,
                null,
                0,
                null,
                new ImportCounts(0, 0, 0, 0, 0, 0, 0),
                0,
                0,
                0,
                1,
                "",
                null,
                null,
                null,
                false,
                new ImportPace(null, 0));
        SheetReader rows = new RowsAhead(executor, new Rows(new int[] {1}, count, broken));
        Function<SheetRow, StagedRow> check =
                row -> new StagedRow(row.number(), null, null, List.of(), List.of(), "{}", List.of(), null);
        return ReadAhead.start(executor, RowFeed.BATCHES_AHEAD, new RowFeed(run, rows, rows.next(), check));
    }

    @Test
    void everyRowComesOnceAndInOrder() {
        try (ReadAhead<StagedRows> feed = feed(12_345, false)) {
            int rows = 0;
            int last = 0;
            while (feed.hasNext()) {
                StagedRows batch = feed.next();
                rows += batch.rows();
                assertThat(batch.last()).isGreaterThan(last);
                last = batch.last();
            }
            assertThat(rows).isEqualTo(12_345);
            assertThat(last).isEqualTo(12_345);
        }
    }

    @Test
    void whatBreaksTheReadingBreaksTheFeed() {
        try (ReadAhead<StagedRows> feed = feed(1_500, true)) {
            feed.next();
            assertThatThrownBy(feed::hasNext).hasMessage(UnreadableFileException.ENCODING);
        }
    }
}
