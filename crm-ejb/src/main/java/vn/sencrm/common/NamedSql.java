package vn.sencrm.common;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Statements that use one value at many places: {@code :name} becomes a bound parameter at each. */
public final class NamedSql {

    private static final Pattern NAME = Pattern.compile("(?<!:):([a-z]\\w*)");

    private NamedSql() {}

    /** @param namesAndValues name, value, name, value …; a {@link SqlFragment} is put in with its own parameters */
    public static SqlFragment of(String text, Object... namesAndValues) {
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        StringBuilder sql = new StringBuilder();
        List<Object> parameters = new ArrayList<>();
        Matcher names = NAME.matcher(text);
        while (names.find()) {
            Object value = values.get(names.group(1));
            if (value == null) {
                throw new IllegalArgumentException("no value for :" + names.group(1));
            }
            if (value instanceof SqlFragment fragment) {
                names.appendReplacement(sql, Matcher.quoteReplacement(fragment.sql()));
                parameters.addAll(fragment.parameters());
            } else {
                names.appendReplacement(sql, "?");
                parameters.add(value);
            }
        }
        names.appendTail(sql);
        return new SqlFragment(sql.toString(), parameters);
    }
}
