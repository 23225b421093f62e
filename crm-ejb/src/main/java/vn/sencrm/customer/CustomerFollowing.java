package vn.sencrm.customer;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.identity.CurrentUser;
import vn.sencrm.identity.Right;

/** The caller's own marks on customers that matter to them (FOL-1); harmless to repeat. */
@Stateless
@RolesAllowed(Right.CUSTOMER_VIEW)
public class CustomerFollowing {

    @Inject
    CustomerSql sql;

    @Inject
    CustomerAccess access;

    @Inject
    CurrentUser currentUser;

    @Inject
    Clock clock;

    /** @throws NotFoundException when there is none or the caller may not see it */
    public void follow(long id) {
        access.holdVisible(id);
        sql.follow(id, currentUser.id(), clock.instant());
    }

    /** @throws NotFoundException when there is none or the caller may not see it */
    public void unfollow(long id) {
        access.requireVisible(id);
        sql.unfollow(id, currentUser.id());
    }
}
