package vn.sencrm.merge;

/** Who wins when customers become one. */
public enum MergeMode {
    /** Two of one stage: the master's values, and what it lacks from the other (MRG-3). */
    MERGE,
    /** The other's values over the master's, which keeps code, stage, owner and team; stages may differ (MRG-6). */
    OVERWRITE,
    /** The other becomes a name of the master, which is not changed (LNK-1). */
    LINK
}
