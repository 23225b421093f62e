package vn.sencrm.customer.attribute;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Settings of attributes; defaults stand in {@code microprofile-config.properties}. */
@ApplicationScoped
public class AttributeConfig {

    @Inject
    @ConfigProperty(name = "crm.customer.photo-max-megabytes")
    int photoMaxMegabytes;

    @Inject
    @ConfigProperty(name = "crm.customer.video-max-megabytes")
    int videoMaxMegabytes;

    @Inject
    @ConfigProperty(name = "crm.customer.unused-files-keep")
    Duration unusedFilesKeep;

    /** The largest file that is a value of this type. */
    public int maxMegabytes(AttributeType type) {
        return type == AttributeType.VIDEO ? videoMaxMegabytes : photoMaxMegabytes;
    }

    public long maxBytes(AttributeType type) {
        return (long) maxMegabytes(type) << 20;
    }

    /** How long a file is kept that no customer has. */
    Duration unusedFilesKeep() {
        return unusedFilesKeep;
    }
}
