package vn.sencrm.common.filter;

import java.util.List;
import java.util.Locale;
import vn.sencrm.common.TextFold;

/**
 * In which form a typed value is compared. As a parameter of a field's look-up it stands for all values of the condition
 * in that form, as an array ({@code = any(?)}).
 */
public enum TextForm {
    EXACT,
    LOWER,
    UPPER,
    FOLDED;

    String of(String text) {
        String cleaned = TextFold.clean(text);
        return switch (this) {
            case EXACT -> cleaned;
            case LOWER -> cleaned.toLowerCase(Locale.ROOT);
            case UPPER -> cleaned.toUpperCase(Locale.ROOT);
            case FOLDED -> TextFold.fold(cleaned);
        };
    }

    List<String> of(List<String> texts) {
        return texts.stream().map(this::of).distinct().toList();
    }
}
