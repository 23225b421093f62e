package vn.sencrm.customer.tier;

/** The rule by which customers get a tier. */
record TierRule(long tierId, String tier, String filter) {}
