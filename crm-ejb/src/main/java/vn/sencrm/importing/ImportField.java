package vn.sencrm.importing;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import vn.sencrm.customer.attribute.Attribute;

/**
 * Something that a column may be mapped to.
 *
 * @param name the field's name in mappings ({@code phones}, {@code address.street}): part of the public contract
 * @param label key of its label in the bundle {@code messages}, null for an attribute
 * @param many whether several columns may feed it
 * @param aliases the headers that mean it, folded
 * @param attribute what it is of the company's own, which has its names; else null
 * @param codes what its cells may hold where they hold codes; empty for others
 */
public record ImportField(
        String name, String label, boolean many, Set<String> aliases, Attribute attribute, List<String> codes)
        implements Serializable {

    ImportField(String name, String label, boolean many, Set<String> aliases, Attribute attribute) {
        this(name, label, many, aliases, attribute, List.of());
    }

    ImportField(String name, String label, boolean many, Set<String> aliases) {
        this(name, label, many, aliases, null, List.of());
    }
}
