package vn.sencrm.job;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.sencrm.common.Cursor;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.common.Page;
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
    JobSources sources;

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
        sources.all()
                .forEach(source -> jobs.add(new Job(
                        source.jobName(),
                        null,
                        source.page("", 1).items().stream().findFirst().orElse(null))));
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

    /**
     * A page of the newest runs of one job, or (blank) of all that have a schedule.
     *
     * @param after the cursor of the page, blank for the first
     */
    public Page<JobRun> runs(String jobName, String after, int size) {
        String name = jobName == null ? "" : jobName;
        return sources.of(name).map(source -> source.page(after, size)).orElseGet(() -> scheduled(name, after, size));
    }

    private Page<JobRun> scheduled(String name, String after, int size) {
        return RunPages.page(
                "job-runs " + name,
                after,
                size,
                sql.count(name),
                (position, limit) -> sql.newest(name, position, limit),
                run -> Cursor.after(run.id()));
    }

    /**
     * @param jobName whose run it is; blank for a job with a schedule
     * @throws NotFoundException when there is none
     */
    public JobRun run(String jobName, long id) {
        return sources.run(jobName, id);
    }

    /** @throws NotFoundException when there is no such job */
    public void requireJob(String jobName) {
        if (all().stream().noneMatch(job -> job.name().equals(jobName))) {
            throw new NotFoundException("job", jobName);
        }
    }

    private JobSchedule inItsZone(JobSchedule schedule) {
        String zone = schedule.zone() == null ? clock.getZone().getId() : schedule.zone();
        return new JobSchedule(schedule.name(), schedule.cron(), zone, schedule.enabled(), schedule.nextDue());
    }
}
