package vn.sencrm.web.duplicate;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import vn.sencrm.customer.CustomerExistsException;
import vn.sencrm.customer.ExistingCustomer;
import vn.sencrm.web.shell.PageRequest;

/** Whom a form's customer may be, when it was to be saved: the dialog shows them and asks (DUP-2). */
@Named
@RequestScoped
public class FormDuplicates implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient PageRequest request;

    private List<ExistingCustomer> found = List.of();
    private boolean blocked;

    /** Whether the user pressed "save all the same" in the dialog. */
    public boolean isAllowed() {
        return request.text("allowDuplicates").equals("true");
    }

    /** Has the dialog ask. */
    public void ask(CustomerExistsException exists) {
        found = exists.candidates();
        blocked = exists.isBlocked();
    }

    public List<ExistingCustomer> getFound() {
        return found;
    }

    /** Whether it cannot be saved as it is. */
    public boolean isBlocked() {
        return blocked;
    }
}
