package vn.sencrm.web.duplicate;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import vn.sencrm.customer.MatchReason;
import vn.sencrm.web.shell.Texts;

/** Why customers are duplicates, in words. */
@Named
@RequestScoped
public class DuplicateWords implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Texts texts;

    /** "số điện thoại, email" */
    public String reasons(Collection<MatchReason> reasons) {
        return reasons.stream().map(texts::label).collect(Collectors.joining(", "));
    }

    public String strongest(List<MatchReason> reasons) {
        return reasons.isEmpty() ? "" : texts.label(reasons.get(0));
    }

    /** Whose a customer is that the user may not see. */
    public String owner(String name) {
        return name == null || name.isEmpty() ? texts.message("customer_convert.existing.nobody") : name;
    }
}
