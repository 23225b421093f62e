package vn.sencrm.web.customer;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import vn.sencrm.customer.map.MapAnswer;

/** What a map shows as JSON, for our own page and for other programs. */
public final class MapJson {

    private MapJson() {}

    public static String of(MapAnswer answer) {
        StringWriter text = new StringWriter(4096);
        try (JsonGenerator json = Json.createGenerator(text)) {
            json.writeStartObject().writeStartArray("clusters");
            answer.clusters().forEach(cluster -> json.writeStartObject()
                    .write("lat", cluster.lat())
                    .write("lon", cluster.lon())
                    .write("count", cluster.count())
                    .writeEnd());
            json.writeEnd().writeStartArray("points");
            answer.points().forEach(point -> json.writeStartObject()
                    .write("id", point.id())
                    .write("code", point.code())
                    .write("name", point.name())
                    .write("lat", point.lat())
                    .write("lon", point.lon())
                    .writeEnd());
            json.writeEnd().write("total", answer.total()).writeEnd();
        }
        return text.toString();
    }
}
