package vn.sencrm.web.group;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import vn.sencrm.group.CustomerGroup;
import vn.sencrm.group.GroupQueries;

/** The card of a customer's groups on the detail page. */
@Named
@RequestScoped
public class CustomerGroupsBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient GroupQueries queries;

    @Inject
    transient ExternalContext external;

    private transient List<CustomerGroup> groups;

    /** Static ones: who is in a dynamic one a filter says. */
    public List<CustomerGroup> getGroups() {
        if (groups == null) {
            String id = external.getRequestParameterMap().getOrDefault("id", "");
            groups = id.matches("\\d{1,18}") ? queries.ofCustomer(Long.parseLong(id)) : List.of();
        }
        return groups;
    }
}
