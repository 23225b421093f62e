package vn.sencrm.web.api;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.sencrm.audit.Cause;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.merge.Merge;
import vn.sencrm.merge.MergeMode;
import vn.sencrm.merge.MergeRequest;
import vn.sencrm.merge.MergeUndo;

/** Merges as JSON. */
final class MergeJson {

    private MergeJson() {}

    /** @throws InvalidInputException naming what is missing or no number */
    static MergeRequest request(JsonObject body) {
        long master = id("masterId", body.get("masterId"));
        List<Long> slaves = new ArrayList<>();
        if (!(body.get("slaveIds") instanceof JsonArray ids)) {
            throw bad("slaveIds", body.get("slaveIds"));
        }
        ids.forEach(id -> slaves.add(id("slaveIds", id)));
        Map<Long, Integer> versions = new HashMap<>();
        members("versions", body).forEach((id, version) -> versions.put(key(id), (int) id("versions." + id, version)));
        Map<String, Long> choose = new HashMap<>();
        Map<String, Object> typed = new HashMap<>();
        members("choose", body).forEach((name, chosen) -> {
            if (chosen instanceof JsonObject object) {
                typed.put(name, typed(name, object));
            } else {
                choose.put(name, whose(name, chosen, master, slaves));
            }
        });
        return new MergeRequest(mode(body.get("mode")), master, slaves, versions, choose, typed, Cause.API);
    }

    private static MergeMode mode(JsonValue value) {
        if (value == null || value == JsonValue.NULL) {
            return MergeMode.MERGE;
        }
        return Arrays.stream(MergeMode.values())
                .filter(mode ->
                        value instanceof JsonString text && text.getString().equals(mode.name()))
                .findFirst()
                .orElseThrow(() -> bad("mode", value));
    }

    private static JsonObject members(String name, JsonObject body) {
        JsonValue value = body.getOrDefault(name, JsonValue.EMPTY_JSON_OBJECT);
        if (value == JsonValue.NULL) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
        if (!(value instanceof JsonObject members)) {
            throw bad(name, value);
        }
        return members;
    }

    private static long key(String id) {
        if (!id.matches("\\d{1,18}")) {
            throw new InvalidInputException(List.of(new FieldProblem("versions", "BAD_VALUE", id)));
        }
        return Long.parseLong(id);
    }

    private static long id(String name, JsonValue value) {
        if (value instanceof JsonNumber number && number.isIntegral()) {
            return number.longValue();
        }
        throw bad(name, value);
    }

    /** {@code {"value": …}}, as one would send it to change the field. */
    private static Object typed(String name, JsonObject object) {
        if (object.size() == 1 && object.containsKey("value")) {
            return CustomerJson.plain(object.get("value"));
        }
        throw bad("choose." + name, object);
    }

    /** A customer's id; of a merge of two also {@code "master"} or {@code "slave"}. */
    private static long whose(String name, JsonValue value, long master, List<Long> slaves) {
        if (value instanceof JsonString text && text.getString().equals("master")) {
            return master;
        }
        if (value instanceof JsonString text && text.getString().equals("slave") && slaves.size() == 1) {
            return slaves.get(0);
        }
        return id("choose." + name, value);
    }

    private static InvalidInputException bad(String field, JsonValue value) {
        return new InvalidInputException(List.of(
                value == null || value == JsonValue.NULL
                        ? new FieldProblem(field, "REQUIRED")
                        : new FieldProblem(field, "BAD_VALUE", value.toString())));
    }

    /** The fields of a body {@code {"restore":["name", …]}}; a body may be missing. */
    static Set<String> restore(JsonObject body) {
        Set<String> names = new LinkedHashSet<>();
        if (body != null && body.get("restore") instanceof JsonArray fields) {
            for (JsonValue field : fields) {
                if (!(field instanceof JsonString name)) {
                    throw bad("restore", field);
                }
                names.add(name.getString());
            }
        }
        return names;
    }

    static JsonObjectBuilder merge(Merge merge) {
        JsonArrayBuilder slaves = JSON.createArrayBuilder();
        JsonArrayBuilder told = JSON.createArrayBuilder();
        for (Merge.Slave slave : merge.slaves()) {
            slaves.add(slave.id());
            told.add(JSON.createObjectBuilder()
                    .add("id", slave.id())
                    .add("code", slave.code())
                    .add("name", slave.name())
                    .add("dropped", JSON.createArrayBuilder(slave.dropped())));
        }
        JsonObjectBuilder json = JSON.createObjectBuilder()
                .add("id", merge.id())
                .add("mode", merge.mode().name())
                .add("masterId", merge.masterId())
                .add("slaveIds", slaves)
                .add("slaves", told)
                .add("version", merge.masterVersion())
                .add("mergedAt", merge.mergedAt().toString())
                .add("mergedBy", merge.mergedBy());
        return merge.isUndone()
                ? json.add("undoneAt", merge.undoneAt().toString()).add("undoneBy", merge.undoneBy())
                : json.addNull("undoneAt").addNull("undoneBy");
    }

    static String undo(MergeUndo undo) {
        JsonArrayBuilder conflicts = JSON.createArrayBuilder();
        undo.conflicts().forEach(conflict -> conflicts.add(conflict.toJson()));
        JsonArrayBuilder left = JSON.createArrayBuilder();
        undo.left()
                .forEach(one -> left.add(JSON.createObjectBuilder()
                        .add("relation", one.relation())
                        .add("rows", one.rows())));
        return merge(undo.merge())
                .add("conflicts", conflicts)
                .add("left", left)
                .build()
                .toString();
    }
}
