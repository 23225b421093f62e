package vn.sencrm.common;

import jakarta.json.JsonValue;
import java.util.Map;

/** A failure that programs are told more of than its code and its sentence: further members of the answer. */
public interface WithMembers {

    /** By their names, which are a public contract. */
    Map<String, JsonValue> members();
}
