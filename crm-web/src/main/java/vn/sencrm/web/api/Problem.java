package vn.sencrm.web.api;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;

/**
 * Problem details (RFC 9457): status, a stable code, a sentence in the caller's language, and the fields it is about.
 *
 * @param more further members, such as the conflicts of a stale change
 */
record Problem(int status, String code, String detail, List<Field> errors, Map<String, JsonValue> more) {

    static final String TYPE = "application/problem+json";

    /** One field's error. */
    record Field(String field, String code, String message) {}

    static Problem of(int status, String code, String detail) {
        return new Problem(status, code, detail, List.of(), Map.of());
    }

    Response toResponse() {
        return Response.status(status).type(TYPE).entity(toJson()).build();
    }

    String toJson() {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("type", "about:blank")
                .add("status", status)
                .add("code", code)
                .add("detail", detail);
        if (!errors.isEmpty()) {
            JsonArrayBuilder fields = Json.createArrayBuilder();
            errors.forEach(error -> fields.add(Json.createObjectBuilder()
                    .add("field", error.field())
                    .add("code", error.code())
                    .add("message", error.message())));
            json.add("errors", fields);
        }
        more.forEach(json::add);
        return json.build().toString();
    }
}
