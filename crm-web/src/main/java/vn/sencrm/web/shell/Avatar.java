package vn.sencrm.web.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What stands for a name where a picture would be: two letters, and a tint that stays the same for the name. */
public final class Avatar {

    private static final int TINTS = 5;

    private static final Set<String> FORMS = Set.of(
            "công", "ty", "cty", "tnhh", "mtv", "cp", "cổ", "phần", "dntn", "hkd", "hộ", "kinh", "doanh", "shop", "cửa",
            "hàng");

    private Avatar() {}

    /** The first letters of the first and the last word, legal forms in front not counted. */
    public static String initials(String name) {
        List<String> words = words(name);
        if (words.isEmpty()) {
            return "–";
        }
        String last = words.size() == 1 ? "" : initial(words.get(words.size() - 1));
        return initial(words.get(0)) + last;
    }

    public static int tint(String name) {
        return name == null ? 0 : Math.floorMod(name.hashCode(), TINTS);
    }

    private static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        for (String word : name == null ? new String[0] : name.strip().split("[^\\p{L}\\p{M}\\p{N}]+")) {
            boolean form = words.isEmpty() && FORMS.contains(word.toLowerCase(Locale.ROOT));
            if (!word.isEmpty() && !form) {
                words.add(word);
            }
        }
        return words.isEmpty() && name != null && !name.isBlank() ? List.of(name.strip()) : words;
    }

    private static String initial(String word) {
        return word.substring(0, word.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT);
    }
}
