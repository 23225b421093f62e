package vn.sencrm.system;

import java.io.Serializable;
import java.util.List;

/**
 * The installation at a moment.
 *
 * @param members the servers seen within the last minute, by name
 * @param failures the newest first
 */
public record SystemOverview(
        List<Member> members,
        DatabaseFigures database,
        List<JobCount> jobs,
        List<FailedRun> failures,
        long sessions,
        long queued,
        long unreadNotifications)
        implements Serializable {

    public SystemOverview {
        members = List.copyOf(members);
        jobs = List.copyOf(jobs);
        failures = List.copyOf(failures);
    }
}
