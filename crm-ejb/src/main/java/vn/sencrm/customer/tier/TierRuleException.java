package vn.sencrm.customer.tier;

import vn.sencrm.common.CrmException;

/** A filter that no rule can be made of, or a rule that can no longer be read. */
public class TierRuleException extends CrmException {

    private static final long serialVersionUID = 1L;

    private TierRuleException(String code, Object... arguments) {
        super(code, arguments);
    }

    private TierRuleException(CrmException cause, String code, Object... arguments) {
        super(cause, code, arguments);
    }

    /** Who matches would depend on the tier that the rule gave the night before. */
    static TierRuleException ofTiers() {
        return new TierRuleException("RULE_OF_TIERS");
    }

    /** At night nobody looks: nothing is mine, nothing is followed. */
    static TierRuleException ofViewer() {
        return new TierRuleException("RULE_OF_VIEWER");
    }

    static TierRuleException unreadable(String tier, CrmException cause) {
        return new TierRuleException(cause, "RULE_UNREADABLE", tier);
    }

    @Override
    public String getMessage() {
        return code() + arguments();
    }
}
