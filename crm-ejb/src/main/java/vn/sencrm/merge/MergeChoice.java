package vn.sencrm.merge;

/** Whose value a field of the result is to have. */
public enum MergeChoice {
    MASTER,
    SLAVE
}
