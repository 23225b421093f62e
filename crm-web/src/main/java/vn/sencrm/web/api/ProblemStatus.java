package vn.sencrm.web.api;

import java.util.Map;
import vn.sencrm.common.CrmException;

/** The HTTP status of each error code; a code that is not named here is the caller's mistake, 400. */
final class ProblemStatus {

    private static final Map<String, Integer> BY_CODE = Map.ofEntries(
            Map.entry("NOT_FOUND", 404),
            Map.entry("VIEW_ONLY", 403),
            Map.entry("STALE", 409),
            Map.entry("RESTORE_TAKEN", 409),
            Map.entry("RESTORE_TAKEN_UNSEEN", 409),
            Map.entry("ROUTE_IN_USE", 409),
            Map.entry("ALREADY_CONVERTED", 409),
            Map.entry("DUPLICATE", 409),
            Map.entry("STALE_ENTRY", 409),
            Map.entry("IN_USE", 409),
            Map.entry("TAG_MORE", 409),
            Map.entry("TAG_TOO_MANY", 409),
            Map.entry("TAG_SHARED", 403),
            Map.entry("STALE_DEFINITION", 409),
            Map.entry("ATTRIBUTE_IN_USE", 409),
            Map.entry("ATTRIBUTE_TYPE_IN_USE", 409),
            Map.entry("INVALID_STATE", 409),
            Map.entry("UNDO_EXPIRED", 409),
            Map.entry("DIFFERENT_STAGE", 422),
            Map.entry("SELF", 422),
            Map.entry("TOO_MANY", 422),
            Map.entry("LINK_NOT_BARE", 422),
            Map.entry("MERGE_UNDONE", 409),
            Map.entry("MERGE_MASTER_GONE", 409),
            Map.entry("JOB_RUNNING", 409),
            Map.entry("JOB_ENDED", 409),
            Map.entry("JOB_WITHOUT_SCHEDULE", 409),
            Map.entry("GROUP_DYNAMIC", 409),
            Map.entry("SELECTION_CHANGED", 409),
            Map.entry("NO_RIGHT", 403),
            Map.entry("SAVED_FILTER_STALE", 409),
            Map.entry("SIGN_IN_WRONG", 401),
            Map.entry("SIGN_IN_LOCKED", 429),
            Map.entry("PASSWORD_MUST_CHANGE", 403),
            Map.entry("TOO_LARGE", 413),
            Map.entry("INVALID_INPUT", 400),
            Map.entry("DATABASE", 503));

    private ProblemStatus() {}

    static int of(CrmException failure) {
        return BY_CODE.getOrDefault(failure.code(), 400);
    }
}
