package vn.sencrm.importing;

/** What a run does next; the order is that of the work. */
public enum ImportPhase {
    /** The file's rows are checked and staged. */
    READ,
    /** Each row's verdict is found. */
    DECIDE,
    /** Verdicts become changes. */
    APPLY,
    /** Changes are taken back. */
    UNDO
}
