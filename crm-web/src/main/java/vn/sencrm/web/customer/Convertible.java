package vn.sencrm.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import vn.sencrm.customer.CustomerStage;
import vn.sencrm.customer.CustomerView;
import vn.sencrm.identity.Right;

/** Whether pages offer to convert a customer. */
@Named
@RequestScoped
public class Convertible {

    private final ExternalContext external;

    @Inject
    public Convertible(ExternalContext external) {
        this.external = external;
    }

    protected Convertible() {
        this(null);
    }

    public boolean is(CustomerView customer) {
        boolean isLead = customer.stage() == CustomerStage.RAW || customer.stage() == CustomerStage.LEAD;
        return isLead && external.isUserInRole(Right.CUSTOMER_EDIT);
    }
}
