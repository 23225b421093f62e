package vn.sencrm.web.api;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Set;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.common.Page;
import vn.sencrm.customer.CustomerFilters;
import vn.sencrm.group.CustomerGroup;
import vn.sencrm.group.GroupInput;
import vn.sencrm.group.GroupSelection;

/** Groups of customers as the API tells them, and what it takes for them. */
final class GroupJson {

    private static final Set<String> GROUP = Set.of("name", "description", "filter", "members", "version");
    private static final Set<String> SELECTION = Set.of("ids", "filter", "q");

    private GroupJson() {}

    /** @throws InvalidInputException naming the member that is wrong */
    static GroupInput input(JsonObject body, CustomerFilters filters) {
        JsonMembers.refuseOthers(body, GROUP);
        return new GroupInput(
                JsonMembers.text(body, "name"),
                JsonMembers.text(body, "description"),
                JsonMembers.filter(body, filters));
    }

    static int version(JsonObject body) {
        Long version = JsonMembers.number(body, "version");
        if (version == null) {
            throw JsonMembers.bad("version", "REQUIRED", "");
        }
        return (int) Math.min(version, Integer.MAX_VALUE);
    }

    static GroupSelection selection(JsonObject body, CustomerFilters filters) {
        JsonMembers.refuseOthers(body, SELECTION);
        boolean byFilter = JsonMembers.isGiven(body, "filter") || JsonMembers.isGiven(body, "q");
        if (JsonMembers.isGiven(body, "ids")) {
            if (byFilter) {
                throw JsonMembers.bad("filter", "UNKNOWN_OPTION", "ids + filter");
            }
            return GroupSelection.of(JsonMembers.ids(body, "ids"));
        }
        if (!byFilter) {
            throw JsonMembers.bad("ids", "REQUIRED", "");
        }
        return GroupSelection.matching(JsonMembers.filter(body, filters), JsonMembers.text(body, "q"));
    }

    static String page(Page<CustomerGroup> page) {
        return JsonMembers.page(page, group -> object(group).build());
    }

    static String one(CustomerGroup group) {
        return object(group).build().toString();
    }

    static String changed(String what, int number) {
        return JSON.createObjectBuilder().add(what, number).build().toString();
    }

    private static JsonObjectBuilder object(CustomerGroup group) {
        return JSON.createObjectBuilder()
                .add("id", group.id())
                .add("version", group.version())
                .add("name", group.name())
                .add("description", group.description())
                .add("filter", filter(group))
                // Of a dynamic group it depends on who asks: the list of members tells.
                .add("members", group.isDynamic() ? JsonValue.NULL : JSON.createValue(group.members()))
                .add("membersIsExact", group.counted())
                .add("createdBy", group.createdBy())
                .add("createdAt", group.createdAt().toString())
                .add("updatedAt", group.updatedAt().toString());
    }

    private static JsonValue filter(CustomerGroup group) {
        if (!group.isDynamic()) {
            return JsonValue.NULL;
        }
        try (JsonReader reader = JSON.createReader(new StringReader(group.filter()))) {
            return reader.readValue();
        }
    }
}
