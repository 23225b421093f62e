package vn.sencrm.customer.attribute;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import vn.sencrm.common.PurgeStep;

/** Pictures and films that were sent and never saved with a customer, or that no customer has any more. */
@ApplicationScoped
class UnusedAttributeFiles implements PurgeStep {

    @Inject
    AttributeFileSql sql;

    @Inject
    AttributeConfig config;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "attribute-files";
    }

    @Override
    public int purge(int atMost) {
        return sql.deleteUnused(clock.instant().minus(config.unusedFilesKeep()), atMost);
    }
}
