package vn.sencrm.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.stream.Stream;
import vn.sencrm.common.NotFoundException;

/** The jobs that keep their runs in tables of their own, and where a run of any job is found. */
@ApplicationScoped
class JobSources {

    @Inject
    @Any
    Instance<JobSource> sources;

    @Inject
    JobSql sql;

    Stream<JobSource> all() {
        return sources.stream();
    }

    /** Empty for a job with a schedule, and for none. */
    Optional<JobSource> of(String jobName) {
        return all().filter(source -> source.jobName().equals(jobName)).findFirst();
    }

    /**
     * @param jobName whose run it is; blank for a job with a schedule
     * @throws NotFoundException when there is none
     */
    JobRun run(String jobName, long id) {
        return of(jobName)
                .map(source -> source.find(id))
                .orElseGet(() -> sql.find(id))
                .orElseThrow(() -> new NotFoundException("job-run", id));
    }
}
