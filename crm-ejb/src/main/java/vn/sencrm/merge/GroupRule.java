package vn.sencrm.merge;

/** Who stays when a whole group of duplicates becomes one (MRG-7). */
public enum GroupRule {
    /** The one that was created first. */
    OLDEST,
    /** The one with the most fields that hold something; of several the oldest. */
    MOST_COMPLETE
}
