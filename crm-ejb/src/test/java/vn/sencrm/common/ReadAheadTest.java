package vn.sencrm.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadAheadTest {

    private final ExecutorService executor = Executors.newSingleThreadExecutor();

    @AfterEach
    void endThread() {
        executor.shutdownNow();
    }

    @Test
    void aReadingThatNobodyWantsAnyMoreEnds() throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        ReadAhead<Integer> ahead = ReadAhead.start(executor, 2, sink -> {
            try {
                for (int i = 0; ; i++) {
                    sink.put(i);
                }
            } finally {
                ended.countDown();
            }
        });
        assertThat(ahead.next()).isZero();
        ahead.close();
        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aFailureComesAfterWhatWasReadBefore() {
        try (ReadAhead<String> ahead = ReadAhead.start(executor, 2, sink -> {
            sink.put("first");
            throw new IOException("the disk is gone");
        })) {
            assertThat(ahead.next()).isEqualTo("first");
            assertThatThrownBy(ahead::hasNext)
                    .isInstanceOf(UncheckedIOException.class)
                    .hasRootCauseMessage("the disk is gone");
        }
    }
}
