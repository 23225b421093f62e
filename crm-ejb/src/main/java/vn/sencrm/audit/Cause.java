package vn.sencrm.audit;

/**
 * By what a record was changed.
 *
 * @param id the run, when there was one; else null
 */
public record Cause(Type type, Long id) {

    /** The ways in which records change. */
    public enum Type {
        FORM,
        API,
        CONVERSION,
        IMPORT,
        IMPORT_UNDO,
        BULK,
        MERGE,
        MERGE_UNDO,
        SYSTEM,
        /** The nightly run that gives customers the tiers whose rules they match. */
        TIER_RULE;

        /** Whether a run did it, whose number stands with each change. */
        public boolean isRun() {
            return this == IMPORT
                    || this == IMPORT_UNDO
                    || this == BULK
                    || this == TIER_RULE
                    || this == MERGE
                    || this == MERGE_UNDO;
        }
    }

    public static final Cause FORM = new Cause(Type.FORM, null);
    public static final Cause API = new Cause(Type.API, null);
    public static final Cause CONVERSION = new Cause(Type.CONVERSION, null);
    public static final Cause SYSTEM = new Cause(Type.SYSTEM, null);

    public static Cause importRun(long runId) {
        return new Cause(Type.IMPORT, runId);
    }

    public static Cause merge(long mergeId) {
        return new Cause(Type.MERGE, mergeId);
    }

    public static Cause mergeUndo(long mergeId) {
        return new Cause(Type.MERGE_UNDO, mergeId);
    }

    public static Cause tierRule(long runId) {
        return new Cause(Type.TIER_RULE, runId);
    }
}
