package vn.sencrm.customer.timeline;

import java.time.Instant;
import vn.sencrm.audit.AuditEntry;

/** A change of the customer itself. */
public record ChangeItem(AuditEntry audit) implements TimelineItem {

    @Override
    public Instant at() {
        return audit.at();
    }
}
