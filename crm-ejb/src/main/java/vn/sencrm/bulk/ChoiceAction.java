package vn.sencrm.bulk;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.customer.CustomerField;
import vn.sencrm.customer.CustomerLookupsSql;
import vn.sencrm.identity.Account;
import vn.sencrm.identity.Right;

/** Gives customers one value of a catalogue, by its code or name: {@code {"code": "WON"}}, null for none. */
class ChoiceAction implements BulkAction {

    private static final String CODE = "code";

    private final CustomerField field;
    private final BulkField column;
    private final CustomerLookupsSql lookups;
    private final BulkFieldSql sql;

    ChoiceAction(CustomerField field, BulkField column, CustomerLookupsSql lookups, BulkFieldSql sql) {
        this.field = field;
        this.column = column;
        this.lookups = lookups;
        this.sql = sql;
    }

    @Override
    public String name() {
        return field.jsonName();
    }

    @Override
    public String right() {
        return Right.CUSTOMER_EDIT;
    }

    @Override
    public JsonObject parameters(JsonObject args, Account user) {
        BulkArguments given = new BulkArguments(args, Set.of(CODE));
        if (!args.containsKey(CODE)) {
            throw new InvalidInputException(List.of(new FieldProblem(CODE, "REQUIRED")));
        }
        Long id = given.choice(CODE, field, lookups::load);
        return JSON.createObjectBuilder()
                .add(field.jsonName(), id == null ? JsonValue.NULL : JSON.createValue(id))
                .build();
    }

    @Override
    public void apply(BulkStep step) {
        sql.set(step, Map.of(column, BulkFieldSql.same(BulkArguments.id(step.parameters(), field.jsonName()))));
    }

    @Override
    public void undo(BulkStep step) {
        sql.putBack(step, List.of(column));
    }
}
