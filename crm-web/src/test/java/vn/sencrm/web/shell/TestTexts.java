package vn.sencrm.web.shell;

import java.util.Locale;

/** The bundles in a language, for tests of other packages. */
public final class TestTexts {

    private TestTexts() {}

    public static Texts of(String language) {
        return new Texts(Locale.forLanguageTag(language));
    }
}
