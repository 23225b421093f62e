package vn.sencrm.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.sencrm.customer.CustomerField;
import vn.sencrm.customer.CustomerInput;

/**
 * A line of {@code customers.csv}: columns with the names of the customer JSON, parts of lists in columns of their own.
 * Every phone, tax code and citizen id in it is made up in ranges that nobody was given.
 *
 * @param daysAgo when it was registered
 */
record DemoCustomer(CustomerInput input, String creator, double daysAgo) {

    private static final Pattern MEMBER = Pattern.compile("(.+) \\((.+)\\)");

    static List<DemoCustomer> readAll() {
        try (InputStream file = DemoCustomer.class.getResourceAsStream("customers.csv");
                Reader text = new InputStreamReader(file, StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> lines = CsvReader.builder().ofNamedCsvRecord(text)) {
            return lines.stream().map(DemoCustomer::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DemoCustomer of(NamedCsvRecord line) {
        CustomerInput input = new CustomerInput();
        for (CustomerField field : CustomerField.values()) {
            Object value = value(field, line);
            if (!"".equals(value)) {
                input.set(field, value);
            }
        }
        return new DemoCustomer(input, line.getField("creator"), Double.parseDouble(line.getField("days")));
    }

    private static Object value(CustomerField field, NamedCsvRecord line) {
        return switch (field) {
            case EMAILS, WEBSITES -> list(line.getField(field.jsonName()));
            case ADDRESSES -> List.of(parts(line, "street", "commune", "province"));
            case SOCIALS -> List.of(social(line, "zalo"), social(line, "facebook"));
            case REPRESENTATIVE ->
                Map.of("name", line.getField("representative"), "phone", line.getField("representativePhone"));
            case MEMBERS ->
                list(line.getField("members")).stream()
                        .map(DemoCustomer::member)
                        .toList();
            // What a company defines itself, a demo has not.
            case ATTRIBUTES -> "";
            default -> line.getField(field.jsonName());
        };
    }

    private static List<String> list(String cell) {
        return Arrays.stream(cell.split(";"))
                .map(String::trim)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static Map<String, String> parts(NamedCsvRecord line, String... columns) {
        Map<String, String> parts = new HashMap<>();
        for (String column : columns) {
            parts.put(column, line.getField(column));
        }
        return parts;
    }

    private static Map<String, String> social(NamedCsvRecord line, String network) {
        return Map.of("network", network, "id", line.getField(network));
    }

    /** "Nguyễn Văn An (con)". */
    private static Map<String, String> member(String text) {
        Matcher parts = MEMBER.matcher(text);
        return parts.matches() ? Map.of("name", parts.group(1), "relation", parts.group(2)) : Map.of("name", text);
    }
}
