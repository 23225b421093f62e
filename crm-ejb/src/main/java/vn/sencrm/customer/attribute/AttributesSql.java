package vn.sencrm.customer.attribute;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.customer.CustomerKind;

/** Reads the definitions as they are: two small tables in one statement, some tenths of a millisecond. */
@ApplicationScoped
public class AttributesSql {

    private static final String ALL =
            """
            select a.id, a.version, a.code, a.name_vi, a.name_en, a.type, a.required, a.kinds, a.archived,
                   (select json_agg(json_build_object('code', o.code, 'vi', o.name_vi, 'en', o.name_en,
                                                      'archived', o.archived) order by o.position, o.code)
                    from customer_attribute_choice o where o.attribute_id = a.id) as choices
            from customer_attribute a order by a.position, a.id
            """;

    @Inject
    Database database;

    public Attributes load() {
        return new Attributes(database.list(SqlFragment.of(ALL), AttributesSql::attribute));
    }

    private static Attribute attribute(ResultSet row) throws SQLException {
        return new Attribute(
                row.getLong("id"),
                row.getInt("version"),
                row.getString("code"),
                row.getString("name_vi"),
                row.getString("name_en"),
                AttributeType.valueOf(row.getString("type")),
                row.getBoolean("required"),
                kinds((String[]) row.getArray("kinds").getArray()),
                choices(row.getString("choices")),
                row.getBoolean("archived"));
    }

    private static Set<CustomerKind> kinds(String[] names) {
        return Arrays.stream(names).map(CustomerKind::valueOf).collect(Collectors.toSet());
    }

    private static List<Attribute.Choice> choices(String json) {
        if (json == null) {
            return List.of();
        }
        try (var reader = JSON.createReader(new StringReader(json))) {
            JsonArray array = reader.readArray();
            return array.getValuesAs(JsonObject.class).stream()
                    .map(choice -> new Attribute.Choice(
                            choice.getString("code"),
                            choice.getString("vi"),
                            choice.getString("en"),
                            choice.getBoolean("archived")))
                    .toList();
        }
    }
}
