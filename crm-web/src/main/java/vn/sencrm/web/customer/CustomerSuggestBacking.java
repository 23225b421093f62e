package vn.sencrm.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import vn.sencrm.customer.CustomerSuggestion;
import vn.sencrm.customer.CustomerSuggestions;

/** The drop-down of the quick search: a few hits as a piece of page that the search box fetches while one types. */
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
            hits = suggestions.find(external.getRequestParameterMap().getOrDefault("q", ""), MOST);
        }
        return hits;
    }
}
