package vn.sencrm.customer;

import java.util.Arrays;
import vn.sencrm.common.UnknownFieldException;

/**
 * The orders of a customer list, as the API and the address of a page write them ({@code -updatedAt}). Each has an
 * index with the same columns and directions down to the tie-breaker.
 */
public enum CustomerSort {
    UPDATED_DOWN("-updatedAt", "updated_at", true),
    UPDATED_UP("updatedAt", "updated_at", false),
    CREATED_DOWN("-createdAt", "created_at", true),
    CREATED_UP("createdAt", "created_at", false),
    NAME_UP("name", "name_fold", false),
    NAME_DOWN("-name", "name_fold", true);

    private final String text;
    private final String column;
    private final boolean descending;

    CustomerSort(String text, String column, boolean descending) {
        this.text = text;
        this.column = column;
        this.descending = descending;
    }

    /** @throws UnknownFieldException for a text that is no order of this list; null and blank are the default one */
    public static CustomerSort of(String text) {
        if (text == null || text.isBlank()) {
            return UPDATED_DOWN;
        }
        return Arrays.stream(values())
                .filter(sort -> sort.text.equals(text))
                .findFirst()
                .orElseThrow(() -> new UnknownFieldException(text));
    }

    /** Whether a list can be put in the order of this field. */
    public static boolean isSortable(String field) {
        return Arrays.stream(values()).anyMatch(sort -> sort.text.equals(field));
    }

    public String text() {
        return text;
    }

    /** The field that decides, without its direction. */
    public String field() {
        return descending ? text.substring(1) : text;
    }

    String column() {
        return column;
    }

    boolean isDescending() {
        return descending;
    }

    boolean isByTime() {
        return this != NAME_UP && this != NAME_DOWN;
    }

    boolean isByChange() {
        return this == UPDATED_DOWN || this == UPDATED_UP;
    }
}
