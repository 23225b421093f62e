package vn.sencrm.bulk;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;

/** Every {@link BulkAction} that the product has, by name. */
@ApplicationScoped
class BulkActions {

    @Inject
    @Any
    Instance<BulkAction> found;

    private final Map<String, BulkAction> byName = new TreeMap<>();

    @PostConstruct
    void gather() {
        found.forEach(action -> byName.put(action.name(), action));
    }

    /** @throws InvalidInputException for a name that nothing has */
    BulkAction get(String name) {
        BulkAction action = name == null ? null : byName.get(name);
        if (action == null) {
            String code = name == null ? "REQUIRED" : "UNKNOWN_OPTION";
            throw new InvalidInputException(List.of(new FieldProblem("action", code, name == null ? "" : name)));
        }
        return action;
    }
}
