package vn.sencrm.demo;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import vn.sencrm.audit.Cause;
import vn.sencrm.common.Internal;
import vn.sencrm.customer.CustomerLookups;
import vn.sencrm.customer.CustomerLookupsSql;
import vn.sencrm.customer.CustomerRegistration;

/**
 * Loads the demo company in one transaction, through the same check, keys and audit as everybody's customers: a server
 * killed meanwhile leaves nothing behind, and of two that start at once the second finds the database in use.
 */
@Internal
@Stateless
@PermitAll
public class DemoLoad {

    private static final int SECONDS_OF_A_DAY = 86_400;

    @Inject
    DemoSql sql;

    @Inject
    CustomerRegistration registration;

    @Inject
    CustomerLookupsSql lookups;

    @Inject
    Clock clock;

    /** Tells how many customers were loaded: none where there are users or customers already. */
    public int intoEmptyDatabase() {
        sql.lock();
        if (!sql.isEmpty()) {
            return 0;
        }
        Map<String, Long> users = sql.insertUsers(DemoPeople.USERS, clock.instant());
        sql.insertTeams(DemoPeople.TEAMS, users);
        sql.insertSharedTags(DemoPeople.TAGS);
        List<DemoCustomer> customers = DemoCustomer.readAll();
        CustomerLookups known = lookups.load();
        Instant now = clock.instant();
        for (DemoCustomer customer : customers) {
            Instant at = now.minus(Duration.ofSeconds(Math.round(customer.daysAgo() * SECONDS_OF_A_DAY)));
            registration.register(customer.input(), known, users.get(customer.creator()), at, Cause.FORM);
        }
        return customers.size();
    }
}
