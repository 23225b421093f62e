package vn.sencrm.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Set;
import vn.sencrm.customer.CustomerKeysChanged;
import vn.sencrm.customer.CustomerState;
import vn.sencrm.identity.Account;
import vn.sencrm.identity.Right;

/** Moves customers to the recycle bin, and back (DEL-1). */
@ApplicationScoped
class DeleteAction implements BulkAction {

    @Inject
    BulkDeleteSql sql;

    @Inject
    Event<CustomerKeysChanged> keysChanged;

    @Override
    public String name() {
        return "delete";
    }

    @Override
    public String right() {
        return Right.CUSTOMER_DELETE;
    }

    @Override
    public JsonObject parameters(JsonObject args, Account user) {
        new BulkArguments(args, Set.of());
        return JsonValue.EMPTY_JSON_OBJECT;
    }

    @Override
    public CustomerState worksOn(boolean undoing) {
        return undoing ? CustomerState.DELETED : CustomerState.ACTIVE;
    }

    @Override
    public String auditAction(boolean undoing) {
        return undoing ? "RESTORE" : "DELETE";
    }

    @Override
    public void apply(BulkStep step) {
        sql.delete(step);
        keysChanged.fire(new CustomerKeysChanged(step.changed()));
    }

    @Override
    public void undo(BulkStep step) {
        sql.restore(step);
        keysChanged.fire(new CustomerKeysChanged(step.changed()));
    }
}
