package vn.sencrm.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Settings of imports; defaults stand in {@code microprofile-config.properties}. */
@ApplicationScoped
public class ImportConfig {

    @Inject
    @ConfigProperty(name = "crm.importing.max-megabytes")
    int maxMegabytes;

    @Inject
    @ConfigProperty(name = "crm.importing.lanes")
    int lanes;

    @Inject
    @ConfigProperty(name = "crm.importing.max-attempts")
    int maxAttempts;

    @Inject
    @ConfigProperty(name = "crm.importing.undo")
    Duration undo;

    @Inject
    @ConfigProperty(name = "crm.importing.keep")
    Duration keep;

    public int maxMegabytes() {
        return maxMegabytes;
    }

    public long maxBytes() {
        return (long) maxMegabytes << 20;
    }

    /** Apply steps that run side by side. */
    int lanes() {
        return lanes;
    }

    /** How often a run is taken up without getting any further, before it fails. */
    int maxAttempts() {
        return maxAttempts;
    }

    /** How long an import can be taken back after its end. */
    Duration undo() {
        return undo;
    }

    /** How long an import is kept with its file and its rows. */
    Duration keep() {
        return keep;
    }
}
