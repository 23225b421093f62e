package vn.sencrm.customer.opened;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import vn.sencrm.identity.CurrentUser;
import vn.sencrm.identity.Right;

/** The customers that the caller has looked at last. */
@Stateless
@RolesAllowed(Right.CUSTOMER_VIEW)
public class OpenedCustomers {

    @Inject
    OpenedCustomersSql sql;

    @Inject
    CurrentUser currentUser;

    @Inject
    Clock clock;

    /** The caller looks at a customer. */
    public void note(long customerId) {
        sql.note(currentUser.id(), customerId, clock.instant());
    }

    /** The last ones first; only those that the caller still sees. */
    public List<OpenedCustomer> last(int limit) {
        return sql.last(currentUser.get(), limit);
    }
}
