package vn.sencrm.identity.audit;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import vn.sencrm.identity.audit.AuditConditions.RecordKey;
import vn.sencrm.identity.audit.AuditHit.Subject;
import vn.sencrm.identity.audit.AuditSearchSql.Found;

/** Says of entries which records they are about. */
@ApplicationScoped
class AuditHits {

    @Inject
    AuditedRecords records;

    List<AuditHit> of(List<Found> found) {
        List<RecordKey> keys = found.stream().map(AuditHits::about).toList();
        Map<RecordKey, Subject> known = records.subjects(keys);
        return found.stream().map(one -> hit(one, known)).toList();
    }

    private static AuditHit hit(Found found, Map<RecordKey, Subject> known) {
        RecordKey about = about(found);
        return new AuditHit(
                found.entry(),
                found.entity(),
                found.entityId(),
                found.username(),
                found.source(),
                known.getOrDefault(about, told(found, about)));
    }

    /** The record itself; for a comment or a file, which can be seen with their customer only, that one. */
    private static RecordKey about(Found found) {
        return document(found.entry().after()).get("customer") instanceof JsonNumber customer
                ? new RecordKey("customer", customer.longValue())
                : new RecordKey(found.entity(), found.entityId());
    }

    /** What the entry says itself of a record that is gone, or that has no table of its own. */
    private static Subject told(Found found, RecordKey about) {
        JsonObject before = document(found.entry().before());
        JsonObject after = document(found.entry().after());
        String code = text(before, after, "code", "username");
        String nameVi = text(before, after, "name", "nameVi", "fullName");
        String nameEn = Objects.requireNonNullElse(text(before, after, "nameEn"), Objects.toString(nameVi, ""));
        return new Subject(about.entity(), about.id(), code, nameVi, nameVi == null ? null : nameEn, null);
    }

    private static String text(JsonObject before, JsonObject after, String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.of(after.get(name), before.get(name)))
                .filter(JsonString.class::isInstance)
                .map(value -> ((JsonString) value).getString())
                .findFirst()
                .orElse(null);
    }

    private static JsonObject document(String json) {
        if (json == null) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
        try (JsonReader reader = JSON.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }
}
