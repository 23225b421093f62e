package vn.sencrm.customer.timeline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import vn.sencrm.audit.AuditSql;
import vn.sencrm.customer.CustomerService;

/** Changes of the customer's own fields, from the audit. */
@ApplicationScoped
class ChangeSource implements TimelineSource {

    @Inject
    AuditSql audit;

    @Override
    public String sort() {
        return "change";
    }

    @Override
    public List<TimelineItem> upTo(long customerId, Instant latest, int limit) {
        return audit.upTo(CustomerService.ENTITY, customerId, latest, limit).stream()
                .<TimelineItem>map(ChangeItem::new)
                .toList();
    }
}
