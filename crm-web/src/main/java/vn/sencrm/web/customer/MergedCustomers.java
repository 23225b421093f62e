package vn.sencrm.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.sencrm.customer.CustomerQueries;
import vn.sencrm.web.shell.MovedRecords;

/** The pages of a customer that was merged into another lead to that one's. */
@RequestScoped
public class MergedCustomers implements MovedRecords {

    private static final Set<String> PAGES =
            Set.of("/customer/detail.xhtml", "/customer/edit.xhtml", "/customer/history.xhtml");

    @Inject
    CustomerQueries queries;

    @Override
    public Optional<String> movedTo(String page, Map<String, String> parameters) {
        String id = parameters.get("id");
        if (!PAGES.contains(page) || id == null || !id.matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return queries.master(Long.parseLong(id)).map(master -> page + "?id=" + master);
    }
}
