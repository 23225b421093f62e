package vn.sencrm.customer.access;

import java.io.Serializable;
import java.util.List;
import vn.sencrm.customer.CustomerState;

/**
 * Why one user sees, or does not see, one customer.
 *
 * @param code the customer's
 * @param state whether the customer lives, lies in the recycle bin, or was merged: only the first is seen in lists
 * @param active whether the user may sign in at all
 * @param mayView whether the user's role has the right to see customers
 * @param mayEdit whether the user's role has the right to change customers
 * @param ways every way, whatever became of it
 */
public record AccessExplanation(
        String username,
        String fullName,
        long customer,
        String code,
        CustomerState state,
        boolean active,
        boolean mayView,
        boolean mayEdit,
        List<AccessWay> ways)
        implements Serializable {

    public AccessExplanation {
        ways = List.copyOf(ways);
    }

    public boolean isSeen() {
        return active
                && mayView
                && state == CustomerState.ACTIVE
                && ways.stream().anyMatch(AccessWay::holds);
    }

    public boolean isChangeable() {
        return isSeen() && mayEdit && ways.stream().anyMatch(way -> way.holds() && way.changes());
    }

    /** The ways that hold. */
    public List<AccessWay> reasons() {
        return ways.stream().filter(AccessWay::holds).toList();
    }
}
