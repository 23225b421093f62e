package vn.sencrm.customer.route;

import java.io.Serializable;
import vn.sencrm.customer.CustomerKind;

/**
 * A customer on a route, with what one needs for a visit.
 *
 * @param stop 1 for the first
 * @param address the first one in one line, null when there is none
 */
public record RouteStop(
        int stop, long customer, String code, String name, CustomerKind kind, String phone, String address)
        implements Serializable {}
