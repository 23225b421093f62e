package vn.sencrm.bulk;

import java.io.Serializable;

/**
 * A tag that a user sees.
 *
 * @param shared whether all see it
 * @param customers how many of a selection have it, 0 where that was not asked
 */
public record TagUse(String name, boolean shared, long customers) implements Serializable {}
