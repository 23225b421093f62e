package vn.sencrm.job;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.sencrm.identity.Right;

/** What an operator reads of jobs. */
@Stateless
@RolesAllowed(Right.JOB_VIEW)
public class JobQueries {

    @Inject
    JobSql sql;

    @Inject
    Clock clock;

    /** Every job with its schedule and its last run, by name. */
    public List<Job> all() {
        Map<String, JobRun> last =
                sql.lastRuns().stream().collect(Collectors.toMap(JobRun::jobName, Function.identity()));
        return sql.schedules().stream()
                .map(schedule -> new Job(schedule.name(), schedule, last.get(schedule.name())))
                .toList();
    }
}
