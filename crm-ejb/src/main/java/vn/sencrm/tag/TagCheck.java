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
        // Forms and files separate tags by these.
        if (clean.matches(".*[,;].*")) {
            throw problem("BAD_VALUE", clean);
        }
        return clean;
    }

    static InvalidInputException problem(String code, String... arguments) {
        return new InvalidInputException(List.of(new FieldProblem("name", code, arguments)));
    }
}
