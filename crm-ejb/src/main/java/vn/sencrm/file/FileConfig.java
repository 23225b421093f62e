package vn.sencrm.file;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which files people may attach; defaults stand in {@code microprofile-config.properties}. */
@ApplicationScoped
public class FileConfig {

    @Inject
    @ConfigProperty(name = "crm.file.max-megabytes")
    int maxMegabytes;

    @Inject
    @ConfigProperty(name = "crm.file.types")
    List<String> types;

    public int maxMegabytes() {
        return maxMegabytes;
    }

    public long maxBytes() {
        return (long) maxMegabytes << 20;
    }

    /** The endings of names that are taken, lower case and without a dot. */
    public List<String> types() {
        return types;
    }
}
