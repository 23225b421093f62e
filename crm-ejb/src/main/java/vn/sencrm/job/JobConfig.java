package vn.sencrm.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Settings of jobs; defaults stand in {@code microprofile-config.properties}. */
@ApplicationScoped
public class JobConfig {

    @Inject
    @ConfigProperty(name = "crm.job.schedules")
    boolean schedules;

    @Inject
    @ConfigProperty(name = "crm.job.keep-runs")
    Duration keepRuns;

    @Inject
    @ConfigProperty(name = "crm.job.max-attempts")
    int maxAttempts;

    /** Whether this server starts what is due. */
    boolean schedules() {
        return schedules;
    }

    /** How long ended runs are kept. */
    Duration keepRuns() {
        return keepRuns;
    }

    /** How often a run is taken up again after its server died, before it fails. */
    int maxAttempts() {
        return maxAttempts;
    }
}
