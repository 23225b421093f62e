package vn.sencrm.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** Lets a feature ask for a run of its job when something has changed, in the transaction that changes it. */
@ApplicationScoped
public class JobRequests {

    @Inject
    JobSql sql;

    @Inject
    Clock clock;

    /** Makes the job due now: within 15 seconds a server runs it, unless it is running already. */
    public void askSoon(String jobName) {
        sql.makeDue(jobName, clock.instant());
    }
}
