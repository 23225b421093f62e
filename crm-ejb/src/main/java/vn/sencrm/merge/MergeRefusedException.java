package vn.sencrm.merge;

import vn.sencrm.common.CrmException;

/** These customers cannot become one; nothing was changed. */
public class MergeRefusedException extends CrmException {

    private static final long serialVersionUID = 1L;

    /** Leads become contacts by converting them; then they can be merged with contacts. */
    static final String DIFFERENT_STAGE = "DIFFERENT_STAGE";

    static final String SELF = "SELF";
    static final String TOO_MANY = "TOO_MANY";

    /** What is to become a mere name of another has a history of its own. */
    static final String NOT_BARE = "LINK_NOT_BARE";

    /** The merge was undone before, perhaps a moment ago. */
    static final String UNDONE = "MERGE_UNDONE";

    /** The master was itself merged or deleted since: that has to be taken back first. */
    static final String MASTER_GONE = "MERGE_MASTER_GONE";

    static final String EXPIRED = "UNDO_EXPIRED";

    MergeRefusedException(String code, Object... arguments) {
        super(code, arguments);
    }
}
