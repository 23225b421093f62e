package vn.sencrm.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Settings of bulk actions; defaults stand in {@code microprofile-config.properties}. */
@ApplicationScoped
class BulkConfig {

    @Inject
    @ConfigProperty(name = "crm.bulk.max-attempts")
    int maxAttempts;

    @Inject
    @ConfigProperty(name = "crm.bulk.undo")
    Duration undo;

    @Inject
    @ConfigProperty(name = "crm.bulk.keep")
    Duration keep;

    /** How often a run is taken up without getting any further, before it fails. */
    int maxAttempts() {
        return maxAttempts;
    }

    /** How long a bulk action can be undone. */
    Duration undo() {
        return undo;
    }

    /** How long a bulk action is kept with its report. */
    Duration keep() {
        return keep;
    }
}
