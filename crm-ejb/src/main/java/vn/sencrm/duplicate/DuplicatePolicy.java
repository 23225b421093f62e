package vn.sencrm.duplicate;

/** What happens when a key meets an existing customer. */
public enum DuplicatePolicy {
    /** It is refused. */
    BLOCK,
    /** Whoever is there is asked first; where nobody is, it is written and the pair is listed. */
    WARN,
    /** It is written and the pair is listed. */
    QUEUE
}
