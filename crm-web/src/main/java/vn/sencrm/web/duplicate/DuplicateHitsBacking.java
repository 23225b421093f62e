package vn.sencrm.web.duplicate;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import vn.sencrm.customer.CustomerField;
import vn.sencrm.customer.ExistingCustomer;
import vn.sencrm.duplicate.DuplicateCheck;
import vn.sencrm.web.shell.PageRequest;

/** Who has the key that somebody types, as a piece of page (duplicates.js). */
@Named
@RequestScoped
public class DuplicateHitsBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient DuplicateCheck check;

    @Inject
    transient PageRequest request;

    private transient List<ExistingCustomer> hits;

    public List<ExistingCustomer> getHits() {
        if (hits == null) {
            hits = CustomerField.named(request.text("field"))
                    .map(field -> check.withKey(field, request.text("value"), getId()))
                    .orElse(List.of());
        }
        return hits;
    }

    /** The customer that is edited, 0 for a new one. */
    public long getId() {
        return request.number("id");
    }
}
