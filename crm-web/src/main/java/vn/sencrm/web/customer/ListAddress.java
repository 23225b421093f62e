package vn.sencrm.web.customer;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import vn.sencrm.customer.list.SavedFilter;

/**
 * The address of a customer list, relative to its page: all that decides what it shows. A change of anything but the
 * page begins at the list's start.
 *
 * @param after the cursor of the page, null for the first
 * @param saved the id of the saved filter that the list began with, {@value #NONE} for a list that is to begin with
 *     none, else null
 */
public record ListAddress(String stage, String search, String filter, String sort, String after, String saved) {

    static final String NONE = "none";

    /** All that a saved filter says, so that the address can be sent to somebody who may not see it. */
    static ListAddress of(SavedFilter saved) {
        return new ListAddress(
                saved.stage() == null ? null : saved.stage().name(),
                saved.search(),
                saved.filter(),
                saved.sort(),
                null,
                Long.toString(saved.id()));
    }

    ListAddress withSearch(String otherSearch) {
        return new ListAddress(stage, otherSearch, filter, sort, null, saved);
    }

    ListAddress withFilter(String otherFilter) {
        return new ListAddress(stage, search, otherFilter, sort, null, saved);
    }

    ListAddress withSort(String otherSort) {
        return new ListAddress(stage, search, filter, otherSort, null, saved);
    }

    ListAddress withSaved(String otherSaved) {
        return new ListAddress(stage, search, filter, sort, null, otherSaved);
    }

    ListAddress at(String cursor) {
        return new ListAddress(stage, search, filter, sort, cursor, saved);
    }

    /** Nothing but the stage: the list as the menu opens it. */
    boolean isBare() {
        return isBlank(search) && isBlank(filter) && isBlank(sort) && isBlank(after) && isBlank(saved);
    }

    /** The map of the same customers. */
    String toMap() {
        return new ListAddress(stage, search, filter, null, null, null).of("map.xhtml");
    }

    @Override
    public String toString() {
        return of("list.xhtml");
    }

    private String of(String page) {
        List<String> parts = new ArrayList<>();
        add(parts, "stage", stage);
        add(parts, "q", search);
        add(parts, "filter", filter);
        add(parts, "sort", sort);
        add(parts, "after", after);
        add(parts, "saved", saved);
        return parts.isEmpty() ? page : page + "?" + String.join("&", parts);
    }

    private static void add(List<String> parts, String name, String value) {
        if (!isBlank(value)) {
            parts.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }

    private static boolean isBlank(String value) {
        return value == null || value.isBlank();
    }
}
