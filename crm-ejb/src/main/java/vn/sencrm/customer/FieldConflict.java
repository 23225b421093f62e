package vn.sencrm.customer;

import jakarta.json.JsonValue;
import java.time.Instant;

/**
 * A field that somebody else changed since the editor read it ({@code 90-rules.md}, Edits).
 *
 * @param base the value that the editor saw
 * @param theirs the value it has now
 * @param mine the value that the editor wants
 * @param changedBy full name of who changed it last, null for the system
 */
public record FieldConflict(
        CustomerField field, Object base, Object theirs, Object mine, String changedBy, Instant changedAt) {

    public JsonValue baseJson() {
        return CustomerDocument.json(base);
    }

    public JsonValue theirsJson() {
        return CustomerDocument.json(theirs);
    }

    public JsonValue mineJson() {
        return CustomerDocument.json(mine);
    }
}
