package vn.sencrm.customer.tier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.sencrm.common.filter.Filter;
import vn.sencrm.customer.CustomerFilterFields;
import vn.sencrm.customer.CustomerFilters;

/** What may be the rule of a tier: any filter of customers that says the same every night, whoever looks. */
@ApplicationScoped
public class TierRuleCheck {

    @Inject
    CustomerFilters filters;

    /**
     * The rule as it is kept; empty for a filter that every customer matches, which is no rule.
     *
     * @throws vn.sencrm.common.CrmException for what is no filter, or asks for tiers or for who looks
     */
    public String checked(String json) {
        Filter filter = filters.parse(json);
        if (filter.equals(Filter.ALL)) {
            return "";
        }
        if (filter.fields().contains("tier")) {
            throw TierRuleException.ofTiers();
        }
        String kept = filter.toJson();
        // A group may be a filter of "me", or change its own; what it stands for is said in the rule itself.
        if (filter.fields().contains("followed")
                || filter.fields().contains(CustomerFilterFields.GROUP)
                || kept.contains("\"$me\"")
                || kept.contains("\"$myTeams\"")) {
            throw TierRuleException.ofViewer();
        }
        return kept;
    }
}
