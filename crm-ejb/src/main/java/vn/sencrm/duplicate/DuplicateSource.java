package vn.sencrm.duplicate;

import java.util.Optional;
import vn.sencrm.audit.Cause;

/** Where the values of a customer come from, as far as policies tell them apart. */
public enum DuplicateSource {
    FORM,
    API,
    IMPORT,
    CHAT,
    WEB_FORM;

    /** Empty for what was asked about in its own way (a conversion), or is no new value (taking something back). */
    static Optional<DuplicateSource> of(Cause cause) {
        return switch (cause.type()) {
            case FORM -> Optional.of(FORM);
            case API -> Optional.of(API);
            case IMPORT -> Optional.of(IMPORT);
            default -> Optional.empty();
        };
    }
}
