package vn.sencrm.customer.route;

import java.io.Serializable;
import java.util.List;

/**
 * A route as lists, its page and the API show it.
 *
 * @param staff to whom it is given, by name
 * @param customers how many customers are on it
 */
public record Route(
        long id,
        int version,
        String code,
        String name,
        String notes,
        boolean archived,
        List<Staff> staff,
        long customers)
        implements Serializable {

    /** A user to whom a route is given. */
    public record Staff(String username, String fullName) implements Serializable {}

    public Route {
        staff = List.copyOf(staff);
    }
}
