package vn.sencrm.customer.attribute;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The definitions for what only shows or filters: lists and pages ask for them with every request, and they change once
 * a month. What another server changed is seen after {@link #LIFE} at the latest, what this one changed at once. Whoever
 * checks a value or changes a definition reads anew ({@link AttributesSql}).
 */
@ApplicationScoped
public class RecentAttributes {

    static final Duration LIFE = Duration.ofSeconds(3);

    private record Kept(Attributes attributes, Instant until, long generation) {}

    private final AtomicLong generation = new AtomicLong();
    private final AttributesSql sql;
    private final Clock clock;
    private volatile Kept kept;

    @Inject
    RecentAttributes(AttributesSql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    protected RecentAttributes() {
        this(null, null);
    }

    public Attributes get() {
        Kept known = kept;
        boolean isFresh = known != null
                && known.generation() == generation.get()
                && clock.instant().isBefore(known.until());
        return isFresh ? known.attributes() : anew();
    }

    /** As they are now: for what was asked for and is not among those that are kept. */
    public Attributes anew() {
        // Taken before reading: what is read while a change is committed is not kept beyond it.
        long now = generation.get();
        Attributes attributes = sql.load();
        kept = new Kept(attributes, clock.instant().plus(LIFE), now);
        return attributes;
    }

    void onChange(@Observes(during = TransactionPhase.AFTER_SUCCESS) AttributesChanged changed) {
        generation.incrementAndGet();
    }
}
