package vn.sencrm.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import vn.sencrm.bench.SampleCustomer.Kind;
import vn.sencrm.common.NameKey;
import vn.sencrm.common.PhoneNumber;
import vn.sencrm.common.TextFold;

/** Turns a sample customer into what the product keeps of it: the row's values and its keys. */
final class CustomerRows {
    private final Map<String, Long> status;
    private final Map<String, Long> category;
    private final Map<String, Long> source;
    private final Map<String, Long> tier;

    record Key(String kind, String key) {}

    CustomerRows(Connection connection) throws SQLException {
        status = idsByCode(connection, "customer_status");
        category = idsByCode(connection, "customer_category");
        source = idsByCode(connection, "customer_source");
        tier = idsByCode(connection, "customer_tier");
    }

    static final String VALUE_COLUMNS =
            "code, kind, stage, name, name_fold, status_id, category_id, tier_id, source_id, "
                    + "phones, emails, addresses, websites, tax_code, citizen_id, birthday, gender, notes";

    /** In the order of VALUE_COLUMNS. */
    List<Object> values(SampleCustomer c) {
        List<Object> values = new ArrayList<>(24);
        values.add(c.code());
        values.add(c.kind());
        values.add(c.stage());
        values.add(c.name());
        values.add(TextFold.fold(c.name()));
        values.add(status.get(c.status()));
        values.add(category.get(c.category()));
        values.add(tier.get(c.tier()));
        values.add(source.get(c.source()));
        values.add(labelled(c.phone(), c.phone2()));
        values.add(labelled(c.email()));
        values.add(address(c));
        values.add(labelled(c.website()));
        values.add(c.taxCode());
        values.add(c.citizenId());
        values.add(c.birthday());
        values.add(c.gender());
        values.add(c.notes());
        return values;
    }

    /** Without repeats. */
    Set<Key> keys(SampleCustomer c) {
        Set<Key> keys = new LinkedHashSet<>();
        keys.add(new Key("PHONE", PhoneNumber.parse(c.phone()).key()));
        if (c.phone2() != null) {
            keys.add(new Key("PHONE", PhoneNumber.parse(c.phone2()).key()));
        }
        if (c.email() != null) {
            keys.add(new Key("EMAIL", c.email()));
        }
        if (c.taxCode() != null) {
            keys.add(new Key("TAX", c.taxCode()));
        }
        if (c.citizenId() != null) {
            keys.add(new Key("IDNO", c.citizenId()));
        }
        keys.add(new Key("NAME", NameKey.of(c.name(), c.kind() == Kind.INDIVIDUAL || c.kind() == Kind.HOUSEHOLD)));
        return keys;
    }

    private static String labelled(String... values) {
        StringJoiner json = new StringJoiner(",", "[", "]").setEmptyValue("");
        for (String value : values) {
            if (value != null) {
                json.add("{\"value\":" + quoted(value) + "}");
            }
        }
        return json.length() == 0 ? null : json.toString();
    }

    private static String address(SampleCustomer c) {
        StringJoiner json = new StringJoiner(",", "[{", "}]");
        member(json, "street", c.street());
        member(json, "commune", c.commune());
        member(json, "province", c.province().name());
        member(json, "provinceCode", c.province().code());
        return json.toString();
    }

    private static void member(StringJoiner json, String name, String value) {
        if (value != null) {
            json.add(quoted(name) + ":" + quoted(value));
        }
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static Map<String, Long> idsByCode(Connection connection, String table) throws SQLException {
        Map<String, Long> ids = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select code, id from " + table)) {
            while (rows.next()) {
                ids.put(rows.getString(1), rows.getLong(2));
            }
        }
        return ids;
    }
}
