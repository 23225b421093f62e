package vn.sencrm.customer.attribute;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.sencrm.customer.CustomerKind;

/** The attributes that were defined at the moment of reading, archived ones included, in their order. */
public final class Attributes implements Serializable {

    private static final long serialVersionUID = 1L;

    public static final Attributes NONE = new Attributes(List.of());

    private final LinkedHashMap<String, Attribute> byCode = new LinkedHashMap<>();

    public Attributes(List<Attribute> all) {
        all.forEach(attribute -> byCode.put(attribute.code(), attribute));
    }

    public List<Attribute> all() {
        return List.copyOf(byCode.values());
    }

    /** Those still offered. */
    public List<Attribute> live() {
        return byCode.values().stream()
                .filter(attribute -> !attribute.archived())
                .toList();
    }

    /** Those that the form of a kind shows. */
    public List<Attribute> of(CustomerKind kind) {
        return live().stream()
                .filter(attribute -> attribute.kinds().contains(kind))
                .toList();
    }

    public Optional<Attribute> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** By the name that documents, filters or mappings use. */
    public Optional<Attribute> named(String prefix, String name) {
        return name.startsWith(prefix) ? find(name.substring(prefix.length())) : Optional.empty();
    }

    /** The same attributes, none of them required. */
    public Attributes optional() {
        return new Attributes(byCode.values().stream().map(Attribute::optional).toList());
    }

    /** Those required of some kind, by their names in JSON. */
    public List<String> requiredNames() {
        return byCode.values().stream()
                .filter(attribute -> !attribute.requiredOf().isEmpty())
                .map(Attribute::jsonName)
                .toList();
    }

    /** What a new customer of each kind must have. */
    public Map<CustomerKind, List<Attribute>> required() {
        Map<CustomerKind, List<Attribute>> required = new LinkedHashMap<>();
        for (CustomerKind kind : CustomerKind.values()) {
            List<Attribute> ofKind = byCode.values().stream()
                    .filter(attribute -> attribute.requiredOf().contains(kind))
                    .toList();
            if (!ofKind.isEmpty()) {
                required.put(kind, ofKind);
            }
        }
        return required;
    }
}
