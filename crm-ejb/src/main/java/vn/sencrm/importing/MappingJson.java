package vn.sencrm.importing;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The headers of a file and their mapping, as runs and named mappings keep them. */
final class MappingJson {

    private MappingJson() {}

    static String of(List<String> texts) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        texts.forEach(array::add);
        return array.build().toString();
    }

    static String of(Map<String, String> texts) {
        JsonObjectBuilder object = JSON.createObjectBuilder();
        texts.forEach(object::add);
        return object.build().toString();
    }

    static List<String> headers(String json) {
        return read(json).asJsonArray().getValuesAs(JsonString::getString);
    }

    static Map<String, String> mapping(String json) {
        Map<String, String> map = new LinkedHashMap<>();
        read(json).asJsonObject().forEach((key, value) -> map.put(key, ((JsonString) value).getString()));
        return map;
    }

    private static JsonStructure read(String json) {
        try (JsonReader reader = JSON.createReader(new StringReader(json))) {
            return reader.read();
        }
    }
}
