package vn.sencrm.importing;

import java.io.Closeable;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import vn.sencrm.importing.sheet.SheetReader;
import vn.sencrm.importing.sheet.SheetRow;

/**
 * Reads and checks the file in a thread of its own, a few batches ahead of the database, so that both work at once and
 * no more than those batches are in memory.
 */
final class RowFeed implements Iterator<StagedRows>, Closeable {

    private static final int BATCHES_AHEAD = 4;
    private static final int BATCH_ROWS = 1000;
    private static final int BATCH_CHARS = 2 << 20;
    private static final int PATIENCE_SECONDS = 1;

    /** Either a batch, or the end, with the failure that caused it if there was one. */
    private record Item(StagedRows rows, RuntimeException failure) {}

    private final ImportRun run;
    private final SheetReader reader;
    private final Function<SheetRow, StagedRow> check;
    private final BlockingQueue<Item> queue = new ArrayBlockingQueue<>(BATCHES_AHEAD);
    private volatile boolean closed;
    private volatile boolean finished;
    private Item next;

    RowFeed(ImportRun run, SheetReader reader, Function<SheetRow, StagedRow> check) {
        this.run = run;
        this.reader = reader;
        this.check = check;
    }

    /** Begins to read in the executor; the first row already taken may be passed as {@code first}. */
    RowFeed start(Executor executor, SheetRow first) {
        executor.execute(() -> read(first));
        return this;
    }

    private void read(SheetRow first) {
        try {
            StagedRows batch = new StagedRows(run.id());
            for (SheetRow row = first; row != null && !closed; row = reader.next()) {
                batch.add(check.apply(row));
                if (batch.rows() == BATCH_ROWS || batch.length() > BATCH_CHARS) {
                    put(new Item(batch, null));
                    batch = new StagedRows(run.id());
                }
            }
            if (batch.rows() > 0) {
                put(new Item(batch, null));
            }
            put(new Item(null, null));
        } catch (RuntimeException e) {
            put(new Item(null, e));
        } finally {
            finished = true;
        }
    }

    private void put(Item item) {
        try {
            while (!closed && !queue.offer(item, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                // the database is slower than the file: wait on
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }

    @Override
    public boolean hasNext() {
        if (next == null) {
            next = take();
        }
        if (next.failure() != null) {
            throw next.failure();
        }
        return next.rows() != null;
    }

    private Item take() {
        try {
            Item item = null;
            while (item == null) {
                boolean last = finished;
                item = queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                if (item == null && last) {
                    throw new IllegalStateException("the reading of import " + run.id() + " was interrupted");
                }
            }
            return item;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while importing", e);
        }
    }

    @Override
    public StagedRows next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        StagedRows rows = next.rows();
        next = null;
        return rows;
    }

    /** Ends the reading thread at its next row. */
    @Override
    public void close() {
        closed = true;
        queue.clear();
    }
}
