package vn.sencrm.customer;

import static vn.sencrm.customer.CustomerField.ATTRIBUTES;
import static vn.sencrm.customer.CustomerField.KIND;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vn.sencrm.common.Checked;
import vn.sencrm.customer.attribute.Attribute;
import vn.sencrm.customer.attribute.AttributeCheck;
import vn.sencrm.customer.attribute.AttributeType;

/** Checks the attributes of a customer: each value by its definition, and whether all that is required is there. */
final class AttributesCheck {

    private final CustomerLookups lookups;
    private final CustomerDocument current;
    private final CustomerDocument document;
    private final Findings findings;
    private final boolean retiredToo;

    /**
     * @param current the customer as it is
     * @param document what becomes of it, kind included where it was given
     * @param retiredToo whether choices that are not offered any more are taken from everybody
     */
    AttributesCheck(
            CustomerLookups lookups,
            CustomerDocument current,
            CustomerDocument document,
            Findings findings,
            boolean retiredToo) {
        this.retiredToo = retiredToo;
        this.lookups = lookups;
        this.current = current;
        this.document = document;
        this.findings = findings;
    }

    /** Takes the values that were given over into the document. */
    void give(Object given) {
        if (!(given instanceof Map<?, ?> map)) {
            if (!"".equals(given)) {
                findings.problem(ATTRIBUTES.jsonName(), CustomerCheck.BAD_VALUE, "");
            }
            return;
        }
        Map<String, Object> values = new TreeMap<>();
        map.forEach((code, value) -> {
            Optional<Attribute> attribute = lookups.attributes().find(code.toString());
            if (attribute.isPresent()) {
                values.put(attribute.get().code(), attribute(attribute.get(), value));
            } else {
                findings.problem(Attribute.JSON_PREFIX + code, CustomerCheck.UNKNOWN_ATTRIBUTE, code.toString());
            }
        });
        document.put(ATTRIBUTES, values.isEmpty() ? null : values);
    }

    /** An archived attribute may be cleared, or said again as it is. */
    private Object attribute(Attribute attribute, Object given) {
        Object now = current.attributes().get(attribute.code());
        Checked<Object> checked = AttributeCheck.check(attribute, given, id -> file(attribute, now, id));
        Object value = findings.value(attribute.jsonName(), checked);
        if (attribute.archived() && value != null && !value.equals(now)) {
            findings.problem(attribute.jsonName(), CustomerCheck.UNKNOWN_ATTRIBUTE, attribute.code());
        }
        if (!retiredToo && attribute.isRetired(value, now)) {
            findings.problem(attribute.jsonName(), CustomerCheck.UNKNOWN_OPTION, given.toString());
        }
        if (checked.isGood() && value == null && isRequired(attribute)) {
            findings.problem(attribute.jsonName(), CustomerCheck.REQUIRED);
        }
        return value;
    }

    /** What the customer has may stay, whoever sent it. */
    private AttributeType file(Attribute attribute, Object now, long id) {
        boolean same = now instanceof BigDecimal number && number.equals(BigDecimal.valueOf(id));
        return same ? attribute.type() : lookups.file(id);
    }

    private boolean isRequired(Attribute attribute) {
        String kind = document.get(KIND) == null ? current.text(KIND) : document.text(KIND);
        return kind == null
                ? !attribute.requiredOf().isEmpty()
                : attribute.requiredOf().contains(CustomerKind.valueOf(kind));
    }

    /** Notes what a new customer of the document's kind must have and was not given; what was given empty is told already. */
    void requireAll() {
        String kind = document.text(KIND);
        if (kind == null) {
            return;
        }
        lookups.attributes().required().getOrDefault(CustomerKind.valueOf(kind), List.of()).stream()
                .filter(attribute -> !document.attributes().containsKey(attribute.code()))
                .forEach(attribute -> findings.problem(attribute.jsonName(), CustomerCheck.REQUIRED));
    }
}
