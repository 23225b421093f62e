package vn.sencrm.web.customer;

import jakarta.faces.context.ExternalContext;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which forms of this session have made a customer already: the same form sent twice makes one customer, not two. */
final class SavedForms {

    private static final String KEPT = "sen.customer.saved-forms";
    private static final int MOST = 20;

    private SavedForms() {}

    /** The customer that was made of the very same form, or null. */
    static Long find(ExternalContext external, String form) {
        return saved(external).get(form);
    }

    static void remember(ExternalContext external, String form, long id) {
        Map<String, Long> saved = new LinkedHashMap<>(saved(external));
        saved.put(form, id);
        if (saved.size() > MOST) {
            saved.remove(saved.keySet().iterator().next());
        }
        external.getSessionMap().put(KEPT, saved);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Long> saved(ExternalContext external) {
        return (Map<String, Long>) external.getSessionMap().getOrDefault(KEPT, Map.of());
    }
}
