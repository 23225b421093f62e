package vn.sencrm.customer.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.customer.CustomerAccess;
import vn.sencrm.identity.CurrentUser;
import vn.sencrm.identity.Right;

/** Answers "why can or can't I see this?": to a reader about oneself, to who manages users about anybody. */
@Stateless
public class AccessExplanations {

    @Inject
    AccessExplanationSql sql;

    @Inject
    CustomerAccess access;

    @Inject
    CurrentUser currentUser;

    /** @throws NotFoundException when there is no such customer or the caller may not see it */
    @RolesAllowed(Right.CUSTOMER_VIEW)
    public AccessExplanation mine(long customer) {
        access.requireVisible(customer);
        return sql.explain(currentUser.get().username(), customer)
                .orElseThrow(() -> new NotFoundException("customer", customer));
    }

    /**
     * About any user and any customer that exists, in whatever state.
     *
     * @throws NotFoundException when there is no such customer
     * @throws InvalidInputException when there is no such user
     */
    @RolesAllowed(Right.USER_MANAGE)
    public AccessExplanation of(String username, long customer) {
        if (!sql.isUser(username)) {
            throw new InvalidInputException(List.of(new FieldProblem("user", "UNKNOWN_USER", username)));
        }
        return sql.explain(username, customer).orElseThrow(() -> new NotFoundException("customer", customer));
    }

    /**
     * The same by the customer's code.
     *
     * @throws InvalidInputException when there is no such user or customer
     */
    @RolesAllowed(Right.USER_MANAGE)
    public AccessExplanation of(String username, String code) {
        long customer = sql.customer(code)
                .orElseThrow(() ->
                        new InvalidInputException(List.of(new FieldProblem("customer", "UNKNOWN_CUSTOMER", code))));
        return of(username, customer);
    }
}
