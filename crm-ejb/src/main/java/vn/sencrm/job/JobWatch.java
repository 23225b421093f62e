package vn.sencrm.job;

import java.io.Serializable;
import java.util.List;

/**
 * What an operator must know of the schedules as a whole.
 *
 * @param stop who stopped all schedules, null while they may run
 * @param startedHere whether this server is configured to start what is due
 * @param missed the jobs that missed two due moments, by name
 */
public record JobWatch(ScheduleStop stop, boolean startedHere, List<MissedJob> missed) implements Serializable {

    public JobWatch {
        missed = List.copyOf(missed);
    }

    public boolean isStopped() {
        return stop != null;
    }
}
