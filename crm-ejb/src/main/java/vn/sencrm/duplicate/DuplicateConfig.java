package vn.sencrm.duplicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What IT can set about finding duplicates. */
@ApplicationScoped
public class DuplicateConfig {

    @Inject
    @ConfigProperty(name = "crm.duplicate.block-limit")
    int blockLimit;

    /**
     * Among so many different names at most each is compared with each; where more share a birthday, company or commune and
     * the last word of the name, only the same names are found, and the nightly run tells of it.
     */
    public int blockLimit() {
        return blockLimit;
    }
}
