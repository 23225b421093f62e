package vn.sencrm.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import vn.sencrm.audit.Cause;
import vn.sencrm.customer.CustomerContact;
import vn.sencrm.customer.CustomerKind;
import vn.sencrm.customer.CustomerQueries;
import vn.sencrm.customer.PrimaryContacts;

/** The contacts of the company whose page is open. */
@Named
@RequestScoped
public class CustomerContactsBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 20;

    @Inject
    transient CustomerQueries queries;

    @Inject
    transient PrimaryContacts primary;

    @Inject
    transient CustomerDetailBacking detail;

    @Inject
    transient CustomerTimelineBacking timeline;

    private transient List<CustomerContact> found;

    public List<CustomerContact> getContacts() {
        return isMore() ? found().subList(0, SHOWN) : found();
    }

    public boolean isMore() {
        return found().size() > SHOWN;
    }

    /** Makes a contact the one to turn to first, or no longer. */
    public void choose(CustomerContact contact) {
        long account = detail.getCustomer().id();
        if (contact.primary()) {
            primary.release(account, contact.id(), Cause.FORM);
        } else {
            primary.choose(account, contact.id(), Cause.FORM);
        }
        found = null;
        timeline.refresh();
    }

    private List<CustomerContact> found() {
        if (found == null) {
            found = detail.getCustomer().kind() == CustomerKind.INDIVIDUAL
                    ? List.of()
                    : queries.contacts(detail.getCustomer().id(), SHOWN + 1);
        }
        return found;
    }
}
