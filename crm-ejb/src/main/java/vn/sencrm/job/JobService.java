package vn.sencrm.job;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.identity.CurrentUser;
import vn.sencrm.identity.Right;

/**
 * What an operator does with jobs (OPS-1). Imports, exports and bulk actions are asked for by those whom they belong to;
 * an operator, too, stops them and lets them go on.
 */
@Stateless
@RolesAllowed(Right.JOB_RUN)
public class JobService {

    private static final Logger LOG = Logger.getLogger(JobService.class.getName());

    @Inject
    JobSql sql;

    @Inject
    JobSources sources;

    @Inject
    JobWatchSql watch;

    @Inject
    CurrentUser currentUser;

    @Inject
    Clock clock;

    @Inject
    Event<RunAsked> asked;

    /**
     * Asks for a run now; a server begins it at once, or should that one die another within seconds, also while the schedule is switched off.
     *
     * @throws NotFoundException when there is no such job
     * @throws JobRefusedException JOB_RUNNING when its last run has not ended, JOB_WITHOUT_SCHEDULE for one that users start
     */
    public JobRun start(String jobName) {
        requireJob(jobName);
        long id = sql.insertRun(jobName, currentUser.id(), clock.instant())
                .orElseThrow(() -> new JobRefusedException("JOB_RUNNING", jobName));
        asked.fire(new RunAsked(jobName, id));
        return sources.run("", id);
    }

    /**
     * Asks a run to stop at the end of its step; one that nobody has begun is stopped at once.
     *
     * @param jobName whose run it is; blank for a job with a schedule
     * @throws JobRefusedException JOB_ENDED when it is over
     */
    public JobRun stop(String jobName, long id) {
        JobRun run = sources.run(jobName, id);
        Optional<JobSource> source = sources.of(jobName);
        boolean stopping = source.isPresent() ? run.state().isUnderWay() : sql.requestStop(id, clock.instant());
        if (!stopping) {
            throw new JobRefusedException("JOB_ENDED", run.jobName());
        }
        source.ifPresent(own -> own.requestStop(id));
        return sources.run(jobName, id);
    }

    /**
     * Asks for a new run of a job whose run failed or was stopped; what is done already stays done. An import, an export or
     * a bulk action goes on as the same run.
     *
     * @param jobName whose run it is; blank for a job with a schedule
     * @throws JobRefusedException JOB_RUNNING when the job runs already, JOB_ENDED when there is nothing to go on with
     */
    public JobRun restart(String jobName, long id) {
        JobRun run = sources.run(jobName, id);
        Optional<JobSource> source = sources.of(jobName);
        if (source.isEmpty()) {
            return start(run.jobName());
        }
        if (!source.get().restart(id)) {
            throw new JobRefusedException(run.state().isUnderWay() ? "JOB_RUNNING" : "JOB_ENDED", run.jobName());
        }
        asked.fire(new RunAsked(jobName, id));
        return sources.run(jobName, id);
    }

    /** Switches a schedule on or off; a run under way goes on. */
    public void schedule(String jobName, boolean enabled) {
        requireJob(jobName);
        sql.enable(jobName, enabled);
    }

    /** In an emergency: no schedule starts anything, on any server; runs under way go on, and may be asked for by hand. */
    public void stopSchedules() {
        if (watch.stopAll(currentUser.id(), clock.instant())) {
            LOG.log(
                    Level.WARNING,
                    "{0} stopped all schedules",
                    currentUser.get().username());
        }
    }

    /** Takes that back; what was missed meanwhile runs once. */
    public void startSchedules() {
        if (watch.startAll()) {
            LOG.log(
                    Level.INFO,
                    "{0} let all schedules run again",
                    currentUser.get().username());
        }
    }

    private void requireJob(String jobName) {
        if (sources.of(jobName).isPresent()) {
            throw new JobRefusedException("JOB_WITHOUT_SCHEDULE", jobName);
        }
        if (sql.schedules().stream().noneMatch(schedule -> schedule.name().equals(jobName))) {
            throw new NotFoundException("job", jobName);
        }
    }
}
