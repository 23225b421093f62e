package vn.sencrm.bulk;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Set;
import vn.sencrm.identity.Account;
import vn.sencrm.identity.Right;

/**
 * Adds tags, by name (TAG-1): {@code {"tags": ["VIP"], "shared": false}}. A name that the user sees no tag of becomes a
 * new one, the user's own unless shared.
 */
@ApplicationScoped
class TagAction implements BulkAction {

    @Inject
    BulkTagSql sql;

    @Override
    public String name() {
        return "tag";
    }

    @Override
    public String right() {
        return Right.CUSTOMER_EDIT;
    }

    @Override
    public JsonObject parameters(JsonObject args, Account user) {
        BulkArguments given = new BulkArguments(args, Set.of("tags", "shared"));
        return kept(sql.findOrMake(given.texts("tags"), given.flag("shared"), user.id()));
    }

    static JsonObject kept(List<BulkTagSql.Tag> tags) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        tags.forEach(tag -> array.add(JSON.createObjectBuilder()
                .add("id", tag.id())
                .add("name", tag.name())
                .add("shared", tag.shared())));
        return JSON.createObjectBuilder().add("tags", array).build();
    }

    static List<Long> ids(JsonObject parameters) {
        return parameters.getJsonArray("tags").stream()
                .map(tag -> tag.asJsonObject().getJsonNumber("id").longValue())
                .toList();
    }

    @Override
    public void apply(BulkStep step) {
        sql.add(step, BulkTagSql.these(ids(step.parameters())));
    }

    @Override
    public void undo(BulkStep step) {
        sql.remove(step, sql.changed(step, "after"));
    }
}
