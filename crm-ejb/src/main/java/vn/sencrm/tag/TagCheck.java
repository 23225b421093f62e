package vn.sencrm.tag;

import java.util.List;
import vn.sencrm.common.Checked;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.common.TextFold;

/** The one check of a tag's name: page, API and import alike. */
public final class TagCheck {

    static final int NAME_LIMIT = 60;

    private TagCheck() {}

    /**
     * The name as it is stored.
     *
     * @throws InvalidInputException naming what is wrong with it
     */
    public static String name(String name) {
        String clean = TextFold.clean(name == null ? "" : name);
        if (clean.isEmpty()) {
            throw problem("REQUIRED");
        }
        if (clean.length() > NAME_LIMIT) {
            throw problem(Checked.TOO_LONG, Integer.toString(NAME_LIMIT));
        }
        if (isSeveral(clean)) {
            throw problem("BAD_VALUE", clean);
        }
        return clean;
    }

    /** Whether forms and files, which separate tags by comma and semicolon, would read the name as several. */
    public static boolean isSeveral(String name) {
        return name.indexOf(',') >= 0 || name.indexOf(';') >= 0;
    }

    static InvalidInputException problem(String code, String... arguments) {
        return new InvalidInputException(List.of(new FieldProblem("name", code, arguments)));
    }
}
