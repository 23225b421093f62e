package vn.sencrm.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.sencrm.customer.CustomerDocument;
import vn.sencrm.customer.CustomerField;
import vn.sencrm.customer.attribute.Attribute;

/**
 * What the master's values become when a merge is undone: what they were, but what was changed since stays. From lists
 * goes what the merge had brought, what others have put in since stays.
 */
final class MergeUndoRule {

    private final CustomerDocument before;
    private final CustomerDocument after;
    private final CustomerDocument now;
    private final Set<String> restore;
    private final CustomerDocument changes = new CustomerDocument();
    private final Set<String> conflicts = new TreeSet<>();

    /**
     * @param before the fields that the merge changed, as they were
     * @param after the same by the merge
     * @param now all values as they are now
     * @param restore the names of fields in conflict that become what they were all the same
     */
    MergeUndoRule(CustomerDocument before, CustomerDocument after, CustomerDocument now, Set<String> restore) {
        this.before = before;
        this.after = after;
        this.now = now;
        this.restore = restore;
        for (CustomerField field : after.fields()) {
            if (field != CustomerField.ATTRIBUTES && field != CustomerField.TAGS) {
                decide(field);
            }
        }
        decideAttributes();
    }

    /** The fields to be written. */
    CustomerDocument changes() {
        return changes;
    }

    /** The names of the fields that somebody changed since the merge. */
    Set<String> conflicts() {
        return conflicts;
    }

    private void decide(CustomerField field) {
        Object value = undone(field.jsonName(), before.get(field), after.get(field), now.get(field));
        if (!Objects.equals(value, now.get(field))) {
            changes.put(field, value);
        }
    }

    private void decideAttributes() {
        Map<String, Object> values = new TreeMap<>();
        after.attributes().forEach((code, merged) -> {
            Object is = now.attributes().get(code);
            Object value =
                    undone(Attribute.JSON_PREFIX + code, before.attributes().get(code), merged, is);
            if (!Objects.equals(value, is)) {
                values.put(code, value);
            }
        });
        if (!values.isEmpty()) {
            changes.put(CustomerField.ATTRIBUTES, values);
        }
    }

    private Object undone(String name, Object was, Object merged, Object is) {
        if (Objects.equals(merged, is)) {
            return was;
        }
        if (Objects.equals(was, is)) {
            return is;
        }
        boolean lists = was instanceof List || merged instanceof List || is instanceof List;
        if (lists && !restore.contains(name)) {
            return undone(name, list(was), list(merged), list(is));
        }
        conflicts.add(name);
        return restore.contains(name) ? was : is;
    }

    private static List<?> list(Object value) {
        return value == null ? List.of() : (List<?>) value;
    }

    private List<?> undone(String name, List<?> was, List<?> merged, List<?> is) {
        List<Object> left = new ArrayList<>(is);
        for (Object brought : merged) {
            // What was brought and is no longer there has been changed, or taken out, by somebody.
            if (!was.contains(brought) && !left.remove(brought)) {
                conflicts.add(name);
            }
        }
        for (Object taken : was) {
            if (!merged.contains(taken) && !left.contains(taken)) {
                left.add(taken);
            }
        }
        return left.isEmpty() ? null : left;
    }
}
