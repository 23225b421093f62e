package vn.sencrm.group;

import vn.sencrm.common.filter.Filter;

/**
 * What is said of a group; null for what is not.
 *
 * @param filter makes a new group a dynamic one, or gives a dynamic one another filter
 */
public record GroupInput(String name, String description, Filter filter) {}
