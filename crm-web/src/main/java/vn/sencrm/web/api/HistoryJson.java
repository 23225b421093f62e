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
import vn.sencrm.identity.audit.AuditHit;
import vn.sencrm.identity.audit.AuditPage;

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
                .add("next", text(page.next()))
                .build()
                .toString();
    }

    static String found(AuditPage page, long reader) {
        JsonArrayBuilder items = JSON.createArrayBuilder();
        for (AuditHit hit : page.items()) {
            items.add(text(change(hit.entry(), reader), "username", hit.username())
                    .add("entity", hit.entity())
                    .add("entityId", hit.entityId())
                    .add("record", record(hit.record()))
                    .add("sourceAddress", text(hit.source())));
        }
        JsonObjectBuilder answer = JSON.createObjectBuilder().add("items", items);
        return text(text(answer, "next", page.next()), "lookedUntil", Objects.toString(page.lookedUntil(), null))
                .build()
                .toString();
    }

    private static JsonObjectBuilder record(AuditHit.Subject subject) {
        JsonObjectBuilder json =
                JSON.createObjectBuilder().add("entity", subject.entity()).add("id", subject.id());
        return text(text(json, "code", subject.code()), "name", subject.nameVi());
    }

    private static JsonObjectBuilder text(JsonObjectBuilder json, String name, String value) {
        return json.add(name, text(value));
    }

    private static JsonValue text(String value) {
        return value == null ? JsonValue.NULL : JSON.createValue(value);
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
                .add("actor", text(audit.actorName()))
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
