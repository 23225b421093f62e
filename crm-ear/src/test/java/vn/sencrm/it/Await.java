package vn.sencrm.it;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** The one way in which tests wait: for a condition, with a deadline. */
public final class Await {

    private static final long PAUSE = Duration.ofMillis(50).toNanos();

    private Await() {}

    /** @throws AssertionError naming what did not come */
    public static void until(String what, Duration limit, BooleanSupplier condition) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + limit.toSeconds() + " s: " + what);
            }
            LockSupport.parkNanos(PAUSE);
        }
    }
}
