package vn.sencrm.customer.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** How long definitions are taken as known. */
class RecentAttributesTest {

    private final Counted sql = new Counted();
    private final Ticking clock = new Ticking();
    private final RecentAttributes recent = new RecentAttributes(sql, clock);

    @Test
    void theyAreReadOnceInTheirLife() {
        recent.get();
        clock.now = clock.now.plus(RecentAttributes.LIFE).minusMillis(1);
        recent.get();
        assertThat(sql.reads).isEqualTo(1);
        clock.now = clock.now.plusMillis(1);
        recent.get();
        assertThat(sql.reads).isEqualTo(2);
    }

    @Test
    void aChangeOfThisServerIsSeenAtOnce() {
        recent.get();
        recent.onChange(new AttributesChanged(false));
        recent.get();
        assertThat(sql.reads).isEqualTo(2);
    }

    @Test
    void whatWasReadBeforeAChangeIsNotKeptBehindIt() {
        sql.meanwhile = () -> recent.onChange(new AttributesChanged(false));
        recent.get();
        sql.meanwhile = () -> {};
        recent.get();
        assertThat(sql.reads).isEqualTo(2);
    }

    @Test
    void whoMissesOneReadsAnewForAll() {
        recent.get();
        recent.anew();
        recent.get();
        assertThat(sql.reads).isEqualTo(2);
    }

    private static final class Counted extends AttributesSql {

        private int reads;
        private Runnable meanwhile = () -> {};

        @Override
        public Attributes load() {
            reads++;
            meanwhile.run();
            return TestAttributes.ALL;
        }
    }

    private static final class Ticking extends Clock {

        private Instant now = Instant.EPOCH.plus(Duration.ofDays(20_000));

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
