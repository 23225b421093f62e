package vn.sencrm.common.filter;

import vn.sencrm.common.CrmException;

/** Thrown for a filter or sort that cannot be read; tells where (a JSON pointer such as {@code /and/1/value}). */
public class FilterException extends CrmException {

    private static final long serialVersionUID = 1L;

    /** A field that does not exist or may not be filtered; arguments: its name, the path. */
    public static final String UNKNOWN_FIELD = "UNKNOWN_FIELD";
    /** Anything else; argument: the path, {@code /} for the whole of it. */
    public static final String BAD_FILTER = "BAD_FILTER";

    private final String path;

    private FilterException(String code, String path, Object... arguments) {
        super(code, arguments);
        this.path = path;
    }

    public static FilterException unknownField(String name, String path) {
        return new FilterException(UNKNOWN_FIELD, path, name, path);
    }

    public static FilterException badFilter(String path) {
        return new FilterException(BAD_FILTER, path, path.isEmpty() ? "/" : path);
    }

    /** Where in the filter's JSON; empty for the whole of it. */
    public String path() {
        return path;
    }
}
