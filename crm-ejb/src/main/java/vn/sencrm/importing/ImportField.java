package vn.sencrm.importing;

import java.io.Serializable;
import java.util.Set;

/**
 * Something that a column may be mapped to.
 *
 * @param name the field's name in mappings ({@code phones}, {@code address.street}): part of the public contract
 * @param label key of its label in the bundle {@code messages}
 * @param many whether several columns may feed it
 * @param aliases the headers that mean it, folded
 */
public record ImportField(String name, String label, boolean many, Set<String> aliases) implements Serializable {}
