package vn.sencrm.system;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.sencrm.identity.Right;

/** What the administrator's page tells of the installation. */
@Stateless
@RolesAllowed(Right.SYSTEM_VIEW)
public class SystemQueries {

    private static final int FAILURES = 10;

    /** Of every table of runs. */
    private static final Set<String> UNDER_WAY = Set.of("WAITING", "CHECKING", "RUNNING", "UNDOING");

    @Inject
    SystemFigures figures;

    @Inject
    Members members;

    @Inject
    SystemSql sql;

    public SystemOverview overview() {
        return new SystemOverview(
                members.present(),
                figures.database(),
                jobs(),
                failures(),
                figures.sessions(),
                figures.queued(),
                figures.unreadNotifications());
    }

    private List<JobCount> jobs() {
        Map<String, JobCount> jobs = new LinkedHashMap<>();
        for (RunCount count : figures.runs()) {
            jobs.merge(count.job(), of(count), SystemQueries::sum);
        }
        return List.copyOf(jobs.values());
    }

    private static JobCount of(RunCount count) {
        return new JobCount(
                count.job(),
                UNDER_WAY.contains(count.state()) ? count.runs() : 0,
                count.state().equals("FAILED") ? count.runs() : 0,
                count.runs());
    }

    private static JobCount sum(JobCount one, JobCount other) {
        return new JobCount(
                one.job(), one.underWay() + other.underWay(), one.failed() + other.failed(), one.all() + other.all());
    }

    private List<FailedRun> failures() {
        List<FailedRun> failures = new ArrayList<>(sql.failuresOfSchedules(FAILURES));
        figures.tables().forEach((table, job) -> failures.addAll(sql.failures(job, table, FAILURES)));
        failures.sort(Comparator.comparing(FailedRun::at).reversed());
        return failures.subList(0, Math.min(FAILURES, failures.size()));
    }
}
