package vn.sencrm.customer.bin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long deleted customers are kept; the default stands in {@code microprofile-config.properties}. */
@ApplicationScoped
public class BinConfig {

    @Inject
    @ConfigProperty(name = "crm.customer.bin-days")
    int days;

    /** Days in the bin, at least; the next nightly purge after them removes the customer. */
    public int days() {
        return days;
    }

    /** From when on a customer that was deleted at a time may be purged. */
    public Instant keptUntil(Instant deletedAt) {
        return deletedAt.plus(Duration.ofDays(days));
    }
}
