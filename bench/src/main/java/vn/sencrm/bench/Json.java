package vn.sencrm.bench;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Picks single values out of the product's answers, without reading the rest. */
final class Json {
    private Json() {}

    /** The first text of this name; null where it is null or missing. */
    static String text(String json, String name) {
        Matcher found = Pattern.compile("\"" + name + "\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"")
                .matcher(json);
        return found.find() ? found.group(1) : null;
    }

    /** The first whole number of this name, -1 where there is none. */
    static long number(String json, String name) {
        Matcher found = Pattern.compile("\"" + name + "\"\\s*:\\s*(-?\\d+)").matcher(json);
        return found.find() ? Long.parseLong(found.group(1)) : -1;
    }

    /** How many objects there are with this name at any depth. */
    static int count(String json, String name) {
        Matcher found = Pattern.compile("\"" + name + "\"\\s*:").matcher(json);
        int count = 0;
        while (found.find()) {
            count++;
        }
        return count;
    }
}
