package vn.sencrm.web.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.customer.access.AccessExplanation;
import vn.sencrm.customer.access.AccessExplanations;
import vn.sencrm.identity.Right;

/** Why the reader sees the customer of this page, and whether the reader may change it. */
@Named
@RequestScoped
public class CustomerAccessBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient AccessExplanations explanations;

    @Inject
    transient AccessWords words;

    @Inject
    transient ExternalContext external;

    private transient AccessExplanation explanation;

    public AccessExplanation getExplanation() {
        if (explanation == null) {
            explanation = explanations.mine(id());
        }
        return explanation;
    }

    long id() {
        String id = external.getRequestParameterMap().get("id");
        if (id == null || !id.matches("\\d{1,18}")) {
            throw new NotFoundException("customer", String.valueOf(id));
        }
        return Long.parseLong(id);
    }

    /** A sentence for each reason. */
    public List<String> getReasons() {
        return getExplanation().reasons().stream().map(words::toReader).toList();
    }

    public boolean isChangeable() {
        return getExplanation().isChangeable();
    }

    /** Whether the reader may ask the same about others. */
    public boolean isAboutOthers() {
        return external.isUserInRole(Right.USER_MANAGE);
    }

    /** Whether the role would let the reader change the customer, but no way of access does. */
    public boolean isViewOnly() {
        return getExplanation().mayEdit() && !isChangeable();
    }
}
