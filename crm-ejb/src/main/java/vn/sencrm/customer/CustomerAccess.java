package vn.sencrm.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.identity.Account;
import vn.sencrm.identity.CurrentUser;

/** Whether one customer may be seen or changed, for the features that hang on customers. */
@ApplicationScoped
public class CustomerAccess {

    @Inject
    CustomerSql sql;

    @Inject
    CurrentUser currentUser;

    /**
     * Tells the customer's name.
     *
     * @throws NotFoundException when there is none or the caller may not see it
     */
    public String requireVisible(long id) {
        return sql.visibleName(id, currentUser.get())
                .orElseThrow(() -> new NotFoundException(CustomerService.ENTITY, id));
    }

    /**
     * The same for whoever writes a row that refers to the customer: nobody merges or deletes it before the caller's
     * transaction has ended.
     *
     * @throws NotFoundException when there is none, be it since a moment ago, or the caller may not see it
     */
    public String holdVisible(long id) {
        return sql.holdVisible(id, currentUser.get())
                .orElseThrow(() -> new NotFoundException(CustomerService.ENTITY, id));
    }

    /** Nobody merges or deletes these before the caller's transaction has ended; which of them are there is not asked. */
    public void hold(Collection<Long> ids) {
        sql.hold(ids);
    }

    /**
     * Tells nothing when the caller may change the customer.
     *
     * @throws NotFoundException when there is none or the caller may not see it
     * @throws ViewOnlyException when the caller may see but not change it
     */
    public void requireEditable(long id) {
        sql.requireEditable(id, currentUser.get());
    }

    /**
     * The same, and nobody merges or deletes the customer before the caller's transaction has ended.
     *
     * @throws NotFoundException when there is none, be it since a moment ago, or the caller may not see it
     * @throws ViewOnlyException when the caller may see but not change it
     */
    public void holdEditable(long id) {
        holdVisible(id);
        requireEditable(id);
    }

    public boolean isEditable(long id) {
        return sql.isEditable(id, currentUser.get());
    }

    public boolean isVisible(long id, Account user) {
        return sql.visibleName(id, user).isPresent();
    }
}
