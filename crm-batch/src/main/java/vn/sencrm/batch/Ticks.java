package vn.sencrm.batch;

import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import java.time.Duration;

/**
 * What every server looks at again and again. The period is measured, not read from the clock: a timer that waits for a
 * time of day stands still for as long as somebody sets the clock back.
 */
final class Ticks {

    private Ticks() {}

    /** Calls the bean's timeout method from now on, once a period, until the application ends. */
    static void every(Duration period, TimerService timers) {
        timers.createIntervalTimer(period.toMillis(), period.toMillis(), new TimerConfig(null, false));
    }
}
