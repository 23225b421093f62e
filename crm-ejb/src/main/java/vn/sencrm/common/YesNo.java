package vn.sencrm.common;

import java.util.Optional;
import java.util.Set;

/** The words by which people, files and programs say yes and no, in Vietnamese and English. */
public final class YesNo {

    private static final Set<String> YES = Set.of("true", "1", "x", "yes", "y", "co", "dung");
    private static final Set<String> NO = Set.of("false", "0", "no", "n", "khong", "sai");

    private YesNo() {}

    /** Nothing for a text that says neither. */
    public static Optional<Boolean> read(String text) {
        String fold = TextFold.fold(TextFold.clean(text));
        return YES.contains(fold) ? Optional.of(true) : NO.contains(fold) ? Optional.of(false) : Optional.empty();
    }
}
