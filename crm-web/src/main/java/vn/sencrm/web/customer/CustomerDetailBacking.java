package vn.sencrm.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vn.sencrm.audit.Cause;
import vn.sencrm.customer.CustomerChoices;
import vn.sencrm.customer.CustomerField;
import vn.sencrm.customer.CustomerInput;
import vn.sencrm.customer.CustomerQueries;
import vn.sencrm.customer.CustomerReferences;
import vn.sencrm.customer.CustomerService;
import vn.sencrm.customer.CustomerView;
import vn.sencrm.identity.Account;
import vn.sencrm.identity.CurrentUser;
import vn.sencrm.identity.RecordScope;
import vn.sencrm.identity.Right;
import vn.sencrm.web.shell.Notices;
import vn.sencrm.web.shell.Texts;

/** Everything about one customer (CUS-20). What cannot be seen and what does not exist are answered alike: 404. */
@Named
@RequestScoped
public class CustomerDetailBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int TIMELINE = 50;

    /** A step of the path of statuses. */
    public record Step(String code, String word, String look, boolean current) {}

    @Inject
    transient CustomerQueries queries;

    @Inject
    transient CustomerService customers;

    @Inject
    transient CustomerReferences references;

    @Inject
    transient CustomerFacts facts;

    @Inject
    transient CustomerTimeline timeline;

    @Inject
    transient CurrentUser currentUser;

    @Inject
    transient Texts texts;

    @Inject
    transient Notices notices;

    @Inject
    transient ExternalContext external;

    private transient CustomerView customer;
    private transient List<CustomerFacts.Fact> all;
    private transient List<Step> steps;
    private transient List<CustomerTimeline.Entry> entries;

    /** Reads the customer, so that a page of none is answered 404 before anything is shown. */
    public void open() {
        getCustomer();
    }

    public CustomerView getCustomer() {
        if (customer == null) {
            customer = queries.get(
                    RecordIds.parse(external.getRequestParameterMap().get("id")));
        }
        return customer;
    }

    /** Changes the status to the one that was ticked, unless somebody changed it since the page was shown. */
    public void tick(String status) throws IOException {
        int version = Integer.parseInt(external.getRequestParameterMap().get("version"));
        CustomerInput input = new CustomerInput().set(CustomerField.STATUS, status);
        customers.change(getCustomer().id(), version, input, Cause.FORM);
        notices.success("customer_edit.message.info.saved");
        external.redirect(external.getRequestContextPath() + "/customer/detail.xhtml?id="
                + getCustomer().id());
    }

    /** The statuses in their order; those by which a customer leaves the path (red ones) stand at its end. */
    public List<Step> getSteps() {
        if (steps == null) {
            List<CustomerChoices.Choice> path =
                    new ArrayList<>(references.choices().of(CustomerField.STATUS));
            path.sort((one, other) -> Boolean.compare(isExit(one), isExit(other)));
            steps = steps(path);
        }
        return steps;
    }

    private List<Step> steps(List<CustomerChoices.Choice> path) {
        String now =
                getCustomer().status() == null ? "" : getCustomer().status().code();
        int at = path.stream().map(CustomerChoices.Choice::code).toList().indexOf(now);
        boolean left = at >= 0 && isExit(path.get(at));
        List<Step> made = new ArrayList<>();
        for (int i = 0; i < path.size(); i++) {
            String look = i == at ? "step-current" : i < at && !left ? "step-done" : "";
            String word = path.get(i).name(texts.getLocale().getLanguage());
            made.add(new Step(path.get(i).code(), word, isExit(path.get(i)) ? look + " step-exit" : look, i == at));
        }
        return made;
    }

    private static boolean isExit(CustomerChoices.Choice status) {
        return "red".equals(status.colour());
    }

    public boolean isEditable() {
        return external.isUserInRole(Right.CUSTOMER_EDIT);
    }

    /** The fields that hold something. */
    public List<CustomerFacts.Fact> getFacts() {
        return all().stream().filter(fact -> !fact.items().isEmpty()).toList();
    }

    /** The labels of the fields that hold nothing, in one line; empty when there are none. */
    public String getMissing() {
        return all().stream()
                .filter(fact -> fact.items().isEmpty())
                .map(this::label)
                .collect(Collectors.joining(", "));
    }

    private List<CustomerFacts.Fact> all() {
        if (all == null) {
            all = facts.of(getCustomer());
        }
        return all;
    }

    /** An attribute's own name, or what the customer's kind calls the field. */
    public String label(CustomerFacts.Fact fact) {
        return fact.label() == null ? label(fact.name()) : fact.label();
    }

    private String label(String field) {
        String key = "customer.field." + field;
        String own = texts.message(key + "." + getCustomer().kind());
        return own.startsWith(key) ? texts.message(key) : own;
    }

    public List<CustomerTimeline.Entry> getTimeline() {
        if (entries == null) {
            entries = timeline.of(queries.history(getCustomer().id(), TIMELINE));
        }
        return entries;
    }

    /** Why the user sees this customer, a sentence for each reason. */
    public List<String> getReasons() {
        Account user = currentUser.get();
        List<String> reasons = new ArrayList<>();
        if (getCustomer().owner() != null && getCustomer().owner().id() == user.id()) {
            reasons.add(texts.message("customer_detail.why.owner"));
        }
        if (getCustomer().creator().id() == user.id()) {
            reasons.add(texts.message("customer_detail.why.creator"));
        }
        if (user.scope() == RecordScope.ALL) {
            reasons.add(texts.message("customer_detail.why.all"));
        }
        return reasons;
    }
}
