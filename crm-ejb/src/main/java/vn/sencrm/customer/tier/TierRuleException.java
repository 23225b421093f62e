package vn.sencrm.customer.tier;

import vn.sencrm.common.CrmException;

/** A filter that no rule can be made of, or a rule that can no longer be read. */
public class TierRuleException extends CrmException {

    private static final long serialVersionUID = 1L;

    private TierRuleException(String code, Object... arguments) {
        super(code, arguments);
    }

    /** Who matches would depend on the tier that the rule gave the night before. */
    static TierRuleException ofTiers() {
        return new TierRuleException("RULE_OF_TIERS");
    }

    /** At night nobody looks: nothing is mine, nothing is followed. */
    static TierRuleException ofViewer() {
        return new TierRuleException("RULE_OF_VIEWER");
    }

    /** Without a cause: a job tells the root of what went wrong, and that is the tier. */
    static TierRuleException unreadable(String tier, CrmException why) {
        return new TierRuleException("RULE_UNREADABLE", tier, why.code(), why.arguments());
    }

    /** For the log and the run of the job; people read the sentence of the bundle. */
    @Override
    public String getMessage() {
        return code() + " " + arguments();
    }
}
