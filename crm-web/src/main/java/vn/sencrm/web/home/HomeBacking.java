package vn.sencrm.web.home;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import vn.sencrm.customer.CustomerListRequest;
import vn.sencrm.customer.CustomerQueries;
import vn.sencrm.customer.CustomerSort;
import vn.sencrm.customer.CustomerView;
import vn.sencrm.identity.Right;

/** What changed last among the customers that the user may see. */
@Named
@RequestScoped
public class HomeBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 8;

    @Inject
    transient CustomerQueries customers;

    @Inject
    transient ExternalContext external;

    private List<CustomerView> newest;

    public boolean isAllowed() {
        return external.isUserInRole(Right.CUSTOMER_VIEW);
    }

    public List<CustomerView> getNewest() {
        if (newest == null) {
            newest = customers
                    .page(new CustomerListRequest(null, null, CustomerSort.UPDATED_DOWN, null, SHOWN, false))
                    .page()
                    .items();
        }
        return newest;
    }
}
