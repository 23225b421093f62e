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
        SYSTEM
    }

    public static final Cause FORM = new Cause(Type.FORM, null);
    public static final Cause API = new Cause(Type.API, null);
    public static final Cause CONVERSION = new Cause(Type.CONVERSION, null);
    public static final Cause SYSTEM = new Cause(Type.SYSTEM, null);

    public static Cause importRun(long runId) {
        return new Cause(Type.IMPORT, runId);
    }
}
