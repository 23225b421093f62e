package vn.sencrm.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import vn.sencrm.customer.CustomerField;
import vn.sencrm.customer.CustomerLookupsSql;

/** One action for each catalogue that a customer has a value of. */
@ApplicationScoped
class ChoiceActions {

    @Inject
    CustomerLookupsSql lookups;

    @Inject
    BulkFieldSql sql;

    @Produces
    BulkAction status() {
        return new ChoiceAction(CustomerField.STATUS, BulkField.STATUS, lookups, sql);
    }

    @Produces
    BulkAction category() {
        return new ChoiceAction(CustomerField.CATEGORY, BulkField.CATEGORY, lookups, sql);
    }

    @Produces
    BulkAction tier() {
        return new ChoiceAction(CustomerField.TIER, BulkField.TIER, lookups, sql);
    }

    @Produces
    BulkAction source() {
        return new ChoiceAction(CustomerField.SOURCE, BulkField.SOURCE, lookups, sql);
    }
}
