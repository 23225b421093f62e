package vn.sencrm.web.shell;

import java.util.logging.Level;
import java.util.logging.Logger;
import vn.sencrm.common.RequestId;

/** Looking into causes, and writing a failure to the log under a number that the user can tell. */
public final class Failures {

    private static final Logger LOG = Logger.getLogger(Failures.class.getName());

    private Failures() {}

    /** The first cause of this type, or null. */
    public static <T extends Throwable> T find(Throwable failure, Class<T> type) {
        int depth = 0;
        for (Throwable cause = failure; cause != null && depth < 20; cause = cause.getCause(), depth++) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }

    /** Writes a failure to the log and tells the number under which it stands there: that of the request, if there is one. */
    public static String log(Throwable failure) {
        String reference = RequestId.of(RequestId.current());
        LOG.log(Level.SEVERE, failure, () -> "Reference " + reference + ": a page failed");
        return reference;
    }
}
