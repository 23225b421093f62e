package vn.sencrm.job;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.identity.Right;

/** What an operator reads of jobs. */
@Stateless
@RolesAllowed(Right.JOB_VIEW)
public class JobQueries {

    @Inject
    JobSql sql;

    @Inject
    JobWatchSql watch;

    @Inject
    JobConfig config;

    @Inject
    @Any
    Instance<JobSource> sources;

    @Inject
    Clock clock;

    /** Every job with its schedule, in the zone that holds for it, and its last run; by name. */
    public List<Job> all() {
        Map<String, JobRun> lastRuns =
                sql.lastRuns().stream().collect(Collectors.toMap(JobRun::jobName, Function.identity()));
        List<Job> jobs = new ArrayList<>();
        sql.schedules()
                .forEach(schedule ->
                        jobs.add(new Job(schedule.name(), inItsZone(schedule), lastRuns.get(schedule.name()))));
        sources.forEach(source ->
                jobs.add(new Job(source.jobName(), null, source.lastRun().orElse(null))));
        jobs.sort(Comparator.comparing(Job::name));
        return jobs;
    }

    /** Whether all schedules are stopped, and which jobs missed two due moments. */
    public JobWatch watch() {
        Instant now = clock.instant();
        List<MissedJob> missed = watch.watched().stream()
                .flatMap(schedule -> schedule.missed(now, clock.getZone()).stream())
                .toList();
        return new JobWatch(watch.stop().orElse(null), config.schedules(), missed);
    }

    /** The newest runs of jobs with a schedule, of one of them or (blank) of all. */
    public List<JobRun> runs(String jobName, int limit) {
        return sql.newest(jobName == null ? "" : jobName, limit);
    }

    /** @throws NotFoundException when there is none */
    public JobRun run(long id) {
        return sql.find(id).orElseThrow(() -> new NotFoundException("job-run", id));
    }

    private JobSchedule inItsZone(JobSchedule schedule) {
        String zone = schedule.zone() == null ? clock.getZone().getId() : schedule.zone();
        return new JobSchedule(schedule.name(), schedule.cron(), zone, schedule.enabled(), schedule.nextDue());
    }
}
