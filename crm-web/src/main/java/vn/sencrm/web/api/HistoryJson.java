package vn.sencrm.web.api;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Objects;
import vn.sencrm.audit.AuditEntry;
import vn.sencrm.customer.CustomerField;
import vn.sencrm.customer.timeline.ChangeItem;
import vn.sencrm.customer.timeline.TimelineEntry;
import vn.sencrm.customer.timeline.TimelinePage;

/** The history JSON: who changed what, from what to what; references as ids, as the audit keeps them. */
final class HistoryJson {

    private HistoryJson() {}

    static String page(TimelinePage page, long reader) {
        JsonArrayBuilder items = JSON.createArrayBuilder();
        for (TimelineEntry entry : page.entries()) {
            items.add(change(((ChangeItem) entry.item()).audit(), reader));
        }
        return JSON.createObjectBuilder()
                .add("items", items)
                .add("next", page.next() == null ? JsonValue.NULL : JSON.createValue(page.next()))
                .build()
                .toString();
    }

    private static JsonObjectBuilder change(AuditEntry audit, long reader) {
        JsonObject before = object(audit.before());
        JsonArrayBuilder changes = JSON.createArrayBuilder();
        object(audit.after()).forEach((field, after) -> {
            // Another user's tags may be private ones: that they changed is said, not how.
            boolean hidden = CustomerField.TAGS.jsonName().equals(field) && !Objects.equals(audit.actorId(), reader);
            changes.add(JSON.createObjectBuilder()
                    .add("field", field)
                    .add("before", hidden ? JsonValue.NULL : before.getOrDefault(field, JsonValue.NULL))
                    .add("after", hidden ? JsonValue.NULL : after));
        });
        return JSON.createObjectBuilder()
                .add("at", audit.at().toString())
                .add("actor", audit.actorName() == null ? JsonValue.NULL : JSON.createValue(audit.actorName()))
                .add("cause", audit.cause().type().name())
                .add(
                        "causeId",
                        audit.cause().id() == null
                                ? JsonValue.NULL
                                : JSON.createValue(audit.cause().id()))
                .add("action", audit.action())
                .add("version", audit.version())
                .add("changes", changes);
    }

    private static JsonObject object(String json) {
        if (json == null) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
        try (JsonReader reader = JSON.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }
}
