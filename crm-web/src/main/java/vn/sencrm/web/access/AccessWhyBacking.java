package vn.sencrm.web.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import vn.sencrm.customer.access.AccessExplanation;
import vn.sencrm.customer.access.AccessExplanations;
import vn.sencrm.identity.Right;
import vn.sencrm.web.shell.PageRequest;

/** Any user × any customer: why the one sees the other, or not (SEC-5). */
@Named
@RequestScoped
public class AccessWhyBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient AccessExplanations explanations;

    @Inject
    transient PageRequest request;

    private String user;
    private String customer;
    private transient AccessExplanation explanation;

    /** Answers once both are given. */
    public void open() throws IOException {
        if (!request.refuses(Right.USER_MANAGE) && isGiven(user) && isGiven(customer)) {
            explanation = explanations.of(user.strip(), customer.strip());
        }
    }

    private static boolean isGiven(String text) {
        return text != null && !text.isBlank();
    }

    /** Null until both are given and known. */
    public AccessExplanation getExplanation() {
        return explanation;
    }

    public String getUser() {
        return user;
    }

    public void setUser(String user) {
        this.user = user;
    }

    public String getCustomer() {
        return customer;
    }

    public void setCustomer(String customer) {
        this.customer = customer;
    }
}
