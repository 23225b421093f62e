package vn.sencrm.web.customer;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The address of a customer list, relative to its page: all that decides what it shows. A change of anything but the
 * page begins at the list's start.
 *
 * @param after the cursor of the page, null for the first
 */
public record ListAddress(String stage, String search, String filter, String sort, String after) {

    ListAddress withSearch(String otherSearch) {
        return new ListAddress(stage, otherSearch, filter, sort, null);
    }

    ListAddress withFilter(String otherFilter) {
        return new ListAddress(stage, search, otherFilter, sort, null);
    }

    ListAddress withSort(String otherSort) {
        return new ListAddress(stage, search, filter, otherSort, null);
    }

    ListAddress at(String cursor) {
        return new ListAddress(stage, search, filter, sort, cursor);
    }

    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        add(parts, "stage", stage);
        add(parts, "q", search);
        add(parts, "filter", filter);
        add(parts, "sort", sort);
        add(parts, "after", after);
        return parts.isEmpty() ? "list.xhtml" : "list.xhtml?" + String.join("&", parts);
    }

    private static void add(List<String> parts, String name, String value) {
        if (value != null && !value.isBlank()) {
            parts.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }
}
