package vn.sencrm.customer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import vn.sencrm.common.PhoneNumber;

/** Reads what somebody gave for a field of a {@link CustomerInput}: texts, lists of them, maps of named parts. */
final class Given {

    private Given() {}

    static List<?> phones(Object given) {
        List<Object> phones = new ArrayList<>(2);
        for (Object element : elements(given)) {
            if (element instanceof String text) {
                phones.addAll(PhoneNumber.split(text));
            } else {
                phones.add(element);
            }
        }
        return phones;
    }

    /** A list as it is, anything else as a list of one. */
    static List<?> elements(Object given) {
        if (given instanceof Collection<?> many) {
            return List.copyOf(many);
        }
        return "".equals(given) ? List.of() : List.of(given);
    }

    static String textOf(Object given) {
        return given instanceof Collection<?> || given instanceof Map<?, ?> ? "" : given.toString();
    }

    /** A plain text stands for the main part of an element; a map names its parts. */
    static String part(Object element, String main) {
        return element instanceof Map<?, ?> ? mapPart(element, main) : element.toString();
    }

    static String labelOf(Object element) {
        return mapPart(element, "label");
    }

    static String mapPart(Object element, String name) {
        Object part = element instanceof Map<?, ?> map ? map.get(name) : null;
        return part == null ? "" : part.toString();
    }
}
