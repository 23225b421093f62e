package vn.sencrm.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import vn.sencrm.customer.CustomerStage;
import vn.sencrm.customer.CustomerSuggestion;
import vn.sencrm.customer.CustomerSuggestions;

/** Hits for a box in which one types a customer, as a piece of page: the quick search, the company of a contact. */
@Named
@RequestScoped
public class CustomerSuggestBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int MOST = 8;

    @Inject
    transient CustomerSuggestions suggestions;

    @Inject
    transient ExternalContext external;

    private transient List<CustomerSuggestion> hits;

    public List<CustomerSuggestion> getHits() {
        if (hits == null) {
            Map<String, String> parameters = external.getRequestParameterMap();
            CustomerStage stage =
                    CustomerStage.ACCOUNT.name().equals(parameters.get("stage")) ? CustomerStage.ACCOUNT : null;
            hits = suggestions.find(parameters.getOrDefault("q", ""), stage, MOST);
        }
        return hits;
    }
}
