package vn.sencrm.merge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Settings of merging; defaults stand in {@code microprofile-config.properties}. */
@ApplicationScoped
class MergeConfig {

    @Inject
    @ConfigProperty(name = "crm.merge.undo")
    Duration undo;

    /** Until when a merge of a time can be undone. */
    Instant undoableUntil(Instant mergedAt) {
        return mergedAt.plus(undo);
    }
}
