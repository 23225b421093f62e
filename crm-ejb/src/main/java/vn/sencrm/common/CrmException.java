package vn.sencrm.common;

import jakarta.ejb.ApplicationException;
import java.util.List;

/**
 * The root of every failure that a user can be told about. It carries a key of the bundle {@code errors} and that
 * message's arguments, never a finished sentence; thrown out of a service it rolls the transaction back.
 */
@ApplicationException(rollback = true, inherited = true)
public abstract class CrmException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient List<Object> arguments;

    protected CrmException(String code, Object... arguments) {
        super(code);
        this.code = code;
        this.arguments = List.of(arguments);
    }

    protected CrmException(Throwable cause, String code, Object... arguments) {
        super(code, cause);
        this.code = code;
        this.arguments = List.of(arguments);
    }

    /** The stable code, which is also the key of the message in the bundle {@code errors}. */
    public String code() {
        return code;
    }

    /** What fills {@code {0}}, {@code {1}} … of the message. */
    public List<Object> arguments() {
        return arguments == null ? List.of() : arguments;
    }
}
