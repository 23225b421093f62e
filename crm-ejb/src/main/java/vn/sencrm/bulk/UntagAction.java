package vn.sencrm.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Set;
import vn.sencrm.identity.Account;
import vn.sencrm.identity.Right;

/** Takes tags away, by name: {@code {"tags": ["VIP"]}}; those of that name which the user sees, shared and own. */
@ApplicationScoped
class UntagAction implements BulkAction {

    @Inject
    BulkTagSql sql;

    @Override
    public String name() {
        return "untag";
    }

    @Override
    public String right() {
        return Right.CUSTOMER_EDIT;
    }

    @Override
    public JsonObject parameters(JsonObject args, Account user) {
        BulkArguments given = new BulkArguments(args, Set.of("tags"));
        return TagAction.kept(sql.find(given.texts("tags"), user.id()));
    }

    @Override
    public void apply(BulkStep step) {
        sql.remove(step, BulkTagSql.these(TagAction.ids(step.parameters())));
    }

    @Override
    public void undo(BulkStep step) {
        sql.add(step, sql.changed(step, "before"));
    }
}
