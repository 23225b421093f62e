package vn.sencrm.location;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import vn.sencrm.common.TextFold;

/** The forms in which one name of a place is compared, from the strictest on. */
final class PlaceName {

    /** What stands before a name and is often left out, folded. Longer ones first. */
    private static final List<String> LEVELS = Stream.of(
                    "thanh pho", "tinh", "tp", "phuong", "xa", "dac khu", "thi tran", "thi xa", "tt", "tx", "p", "x")
            .map(level -> level + " ")
            .toList();

    private PlaceName() {}

    /** As written but for case and punctuation; then without its level; then both without diacritics. */
    static List<String> forms(String name) {
        String exact = words(TextFold.clean(name).toLowerCase(Locale.ROOT));
        String fold = words(TextFold.fold(name));
        int level = level(fold);
        String bare = exact.length() == fold.length() ? exact.substring(level) : exact;
        return List.of(exact, bare, fold, fold.substring(level));
    }

    /** "TP.HCM" and "tp hcm", "Bà Rịa - Vũng Tàu" and "Bà Rịa–Vũng Tàu" are one. */
    private static String words(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }

    private static int level(String fold) {
        return LEVELS.stream()
                .filter(level -> fold.startsWith(level) && fold.length() > level.length())
                .mapToInt(String::length)
                .findFirst()
                .orElse(0);
    }
}
