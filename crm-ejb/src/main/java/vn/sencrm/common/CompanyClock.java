package vn.sencrm.common;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * A clock in whole microseconds, the precision that PostgreSQL keeps: an instant read back equals the one written.
 * Not final, so that CDI can hand out a proxy of it.
 */
public class CompanyClock extends Clock {

    private final Clock clock;

    /** For the container's proxy alone. */
    protected CompanyClock() {
        this(Clock.systemUTC());
    }

    public CompanyClock(Clock clock) {
        this.clock = clock;
    }

    @Override
    public ZoneId getZone() {
        return clock.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new CompanyClock(clock.withZone(zone));
    }

    @Override
    public Instant instant() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
