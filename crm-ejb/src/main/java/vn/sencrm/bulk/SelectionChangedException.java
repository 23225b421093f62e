package vn.sencrm.bulk;

import vn.sencrm.common.CrmException;

/** Thrown when the selection holds another number of customers than was confirmed: nothing is done, one asks again. */
public class SelectionChangedException extends CrmException {

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
}
