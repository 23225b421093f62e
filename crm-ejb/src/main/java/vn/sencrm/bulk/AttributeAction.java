package vn.sencrm.bulk;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;
import java.util.Set;
import vn.sencrm.customer.CustomerCheck;
import vn.sencrm.customer.CustomerField;
import vn.sencrm.customer.CustomerInput;
import vn.sencrm.customer.CustomerLookupsSql;
import vn.sencrm.customer.attribute.AttributeValues;
import vn.sencrm.identity.Account;
import vn.sencrm.identity.Right;

/**
 * Sets attributes that the company defines (CUS-3), as in the customer JSON: {@code {"attributes": {"size": "L"}}}, null
 * to clear one. Values are checked as a form's are; a customer gets those of its kind alone.
 */
@ApplicationScoped
class AttributeAction implements BulkAction {

    private static final String ATTRIBUTES = "attributes";

    @Inject
    CustomerLookupsSql lookups;

    @Inject
    BulkAttributeSql sql;

    @Override
    public String name() {
        return ATTRIBUTES;
    }

    @Override
    public String right() {
        return Right.CUSTOMER_EDIT;
    }

    @Override
    public JsonObject parameters(JsonObject args, Account user) {
        CustomerInput input = new CustomerInput()
                .set(CustomerField.ATTRIBUTES, new BulkArguments(args, Set.of(ATTRIBUTES)).members(ATTRIBUTES));
        Map<String, Object> checked =
                CustomerCheck.ofChange(input, lookups.load(user.id())).orThrow().attributes();
        JsonObjectBuilder values = JSON.createObjectBuilder();
        checked.forEach((code, value) -> values.add(code, AttributeValues.json(value)));
        return JSON.createObjectBuilder().add(ATTRIBUTES, values).build();
    }

    @Override
    public void apply(BulkStep step) {
        sql.set(step, step.parameters().getJsonObject(ATTRIBUTES));
    }

    @Override
    public void undo(BulkStep step) {
        sql.putBack(step);
    }
}
