package vn.sencrm.common;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Reads in a thread of its own, a few pieces ahead of whoever takes them, so that both work at once and no more than
 * those pieces are in memory. Taking is for one thread; a failure of the reading is thrown to it.
 */
public final class ReadAhead<T> implements Iterator<T>, Closeable {

    private static final int PATIENCE_SECONDS = 1;

    /** What reads; it may take as long as it likes and is ended by an exception of the sink. */
    @FunctionalInterface
    public interface Source<T> {
        void readTo(Sink<T> sink) throws IOException;
    }

    /** Takes a piece as soon as there is room for it; cancels the reading when nobody takes any more. */
    @FunctionalInterface
    public interface Sink<T> {
        void put(T piece);
    }

    /** Either a piece, or the end, with the failure that caused it if there was one. */
    private record Item<T>(T piece, RuntimeException failure) {}

    private final BlockingQueue<Item<T>> queue;
    private volatile boolean closed;
    private volatile boolean finished;
    private Item<T> next;

    private ReadAhead(int pieces) {
        this.queue = new ArrayBlockingQueue<>(pieces);
    }

    /** Begins to read in the executor, at most so many pieces ahead. */
    public static <T> ReadAhead<T> start(Executor executor, int pieces, Source<T> source) {
        ReadAhead<T> ahead = new ReadAhead<>(pieces);
        executor.execute(() -> ahead.read(source));
        return ahead;
    }

    private void read(Source<T> source) {
        try {
            source.readTo(piece -> put(new Item<>(piece, null)));
            put(new Item<>(null, null));
        } catch (CancellationException closedBefore) {
            // Whoever closed this knows.
        } catch (IOException e) {
            end(new UncheckedIOException(e));
        } catch (RuntimeException e) {
            end(e);
        } finally {
            finished = true;
        }
    }

    private void end(RuntimeException failure) {
        try {
            put(new Item<>(null, failure));
        } catch (CancellationException closedBefore) {
            // Nor is the failure wanted.
        }
    }

    private void put(Item<T> item) {
        try {
            while (!closed) {
                if (queue.offer(item, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new CancellationException();
    }

    @Override
    public boolean hasNext() {
        if (next == null) {
            next = take();
        }
        if (next.failure() != null) {
            throw next.failure();
        }
        return next.piece() != null;
    }

    private Item<T> take() {
        try {
            Item<T> item = null;
            while (item == null) {
                boolean last = finished;
                item = queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                if (item == null && last) {
                    throw new IllegalStateException("the reading was interrupted");
                }
            }
            return item;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for what is read", e);
        }
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        T piece = next.piece();
        next = null;
        return piece;
    }

    /** Ends the reading at its next piece. */
    @Override
    public void close() {
        closed = true;
        queue.clear();
    }
}
