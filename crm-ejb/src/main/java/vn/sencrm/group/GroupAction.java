package vn.sencrm.group;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.json.JsonObject;
import java.util.Set;
import vn.sencrm.bulk.BulkAction;
import vn.sencrm.bulk.BulkArguments;
import vn.sencrm.bulk.BulkStep;
import vn.sencrm.identity.Account;
import vn.sencrm.identity.Right;

/** Puts customers into a static group, or takes them out: {@code {"group": "Khách VIP"}}; no change of the record. */
class GroupAction implements BulkAction {

    private static final String GROUP = "group";

    private final boolean add;
    private final GroupSql groups;
    private final GroupBulkSql sql;

    GroupAction(boolean add, GroupSql groups, GroupBulkSql sql) {
        this.add = add;
        this.groups = groups;
        this.sql = sql;
    }

    @Override
    public String name() {
        return add ? GROUP : "ungroup";
    }

    @Override
    public String right() {
        return Right.GROUP_MANAGE;
    }

    @Override
    public boolean isChange() {
        return false;
    }

    /** @throws GroupDynamicException for a group whose members a filter says */
    @Override
    public JsonObject parameters(JsonObject args, Account user) {
        String name = new BulkArguments(args, Set.of(GROUP)).text(GROUP);
        if (name == null) {
            throw BulkArguments.bad(GROUP, "REQUIRED", "");
        }
        CustomerGroup group = groups.named(name).orElseThrow(() -> BulkArguments.bad(GROUP, "UNKNOWN_OPTION", name));
        if (group.isDynamic()) {
            throw new GroupDynamicException(group.name());
        }
        return JSON.createObjectBuilder()
                .add(GROUP, JSON.createObjectBuilder().add("id", group.id()).add("name", group.name()))
                .build();
    }

    private static long id(BulkStep step) {
        return step.parameters().getJsonObject(GROUP).getJsonNumber("id").longValue();
    }

    @Override
    public void apply(BulkStep step) {
        if (add) {
            sql.add(step, id(step));
        } else {
            sql.remove(step, id(step));
        }
    }

    @Override
    public void undo(BulkStep step) {
        if (add) {
            sql.remove(step, id(step));
        } else {
            sql.add(step, id(step));
        }
    }
}
