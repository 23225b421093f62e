package vn.sencrm.importing;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * What the pace of a run in its present phase is taken from.
 *
 * @param since when it began, or went on after a rest; null when it did not
 * @param from how many rows were done by then
 */
public record ImportPace(Instant since, long from) implements Serializable {

    /** An estimate of the seconds until all rows are done; null when there is nothing to go by. */
    public Long secondsLeft(long done, long total, Instant now) {
        if (since == null || done <= from) {
            return null;
        }
        return Duration.between(since, now).toSeconds() * (total - done) / (done - from);
    }
}
