package vn.sencrm.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Settings of exports; defaults stand in {@code microprofile-config.properties}. */
@ApplicationScoped
class ExportConfig {

    @Inject
    @ConfigProperty(name = "crm.export.max-attempts")
    int maxAttempts;

    @Inject
    @ConfigProperty(name = "crm.export.keep")
    Duration keep;

    /** How often a run is taken up again before it fails. */
    int maxAttempts() {
        return maxAttempts;
    }

    /** How long an export is kept with its file. */
    Duration keep() {
        return keep;
    }
}
