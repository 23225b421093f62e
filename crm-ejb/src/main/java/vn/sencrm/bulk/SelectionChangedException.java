package vn.sencrm.bulk;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.json.JsonValue;
import java.util.Map;
import vn.sencrm.common.CrmException;
import vn.sencrm.common.WithMembers;

/** Thrown when the selection holds another number of customers than was confirmed: nothing is done, one asks again. */
public class SelectionChangedException extends CrmException implements WithMembers {

    private static final long serialVersionUID = 1L;

    private final long expected;
    private final long actual;

    SelectionChangedException(long expected, long actual) {
        super("SELECTION_CHANGED", expected, actual);
        this.expected = expected;
        this.actual = actual;
    }

    public long expected() {
        return expected;
    }

    /** How many match now. */
    public long actual() {
        return actual;
    }

    @Override
    public Map<String, JsonValue> members() {
        return Map.of("expected", JSON.createValue(expected), "actual", JSON.createValue(actual));
    }
}
