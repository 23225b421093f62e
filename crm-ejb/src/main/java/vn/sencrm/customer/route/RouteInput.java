package vn.sencrm.customer.route;

import java.util.List;

/**
 * What is to be said of a route; null leaves a value as it is.
 *
 * @param code without one, a new route gets one
 * @param staff user names of all to whom it is given
 */
public record RouteInput(String code, String name, String notes, Boolean archived, List<String> staff) {}
