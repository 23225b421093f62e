package vn.sencrm.catalogue;

import static vn.sencrm.catalogue.CatalogueInput.CODE;
import static vn.sencrm.catalogue.CatalogueInput.COLOUR;
import static vn.sencrm.catalogue.CatalogueInput.NAME_EN;
import static vn.sencrm.catalogue.CatalogueInput.NAME_VI;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import vn.sencrm.common.Checked;
import vn.sencrm.common.CrmException;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.common.TextFold;

/** The one check of an entry's values: form, API and import alike. It reads no database. */
public final class CatalogueCheck {

    static final int CODE_LIMIT = 40;
    static final int NAME_LIMIT = 120;

    private static final Set<String> COMMON = Set.of(CODE, NAME_VI, NAME_EN, COLOUR);

    private final Catalogue catalogue;
    private final CatalogueInput input;
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final List<FieldProblem> problems = new ArrayList<>(0);

    private CatalogueCheck(Catalogue catalogue, CatalogueInput input) {
        this.catalogue = catalogue;
        this.input = input;
    }

    /** The whole of a new entry: what was not said has its default, a code that was not said is made of the name. */
    static Map<String, Object> ofNew(Catalogue catalogue, CatalogueInput input) {
        CatalogueCheck check = new CatalogueCheck(catalogue, input);
        check.given();
        if (!input.has(NAME_VI)) {
            check.problem(NAME_VI, "REQUIRED");
        }
        check.values.putIfAbsent(NAME_EN, check.values.get(NAME_VI));
        check.values.putIfAbsent(COLOUR, Colour.GREY.code());
        check.values.computeIfAbsent(CODE, code -> codeOf((String) check.values.get(NAME_VI)));
        catalogue.fields().forEach(field -> check.values.putIfAbsent(field.name(), field.absent()));
        return check.orThrow();
    }

    /**
     * The given part of an entry: texts and numbers by the fields' names.
     *
     * @throws InvalidInputException naming every field that is wrong
     */
    public static Map<String, Object> ofChange(Catalogue catalogue, CatalogueInput input) {
        CatalogueCheck check = new CatalogueCheck(catalogue, input);
        check.given();
        return check.orThrow();
    }

    private Map<String, Object> orThrow() {
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        return values;
    }

    private void given() {
        refuseUnknown();
        if (input.has(NAME_VI)) {
            name(NAME_VI, true);
        }
        if (input.has(NAME_EN)) {
            name(NAME_EN, false);
        }
        code();
        if (input.has(COLOUR)) {
            choice(COLOUR, Colour.codes(), input.get(COLOUR).strip().toLowerCase(Locale.ROOT));
        }
        catalogue.fields().stream().filter(field -> input.has(field.name())).forEach(this::own);
    }

    private void refuseUnknown() {
        for (String field : input.asMap().keySet()) {
            if (!COMMON.contains(field) && catalogue.field(field).isEmpty()) {
                problem(field, "UNKNOWN_FIELD", field);
            }
        }
    }

    /** The English name may be left out; it is then the Vietnamese one. */
    private void name(String field, boolean required) {
        String name = TextFold.clean(input.get(field));
        if (name.length() > NAME_LIMIT) {
            problem(field, Checked.TOO_LONG, Integer.toString(NAME_LIMIT));
        } else if (!name.isEmpty()) {
            values.put(field, name);
        } else if (required) {
            problem(field, "REQUIRED");
        } else if (values.containsKey(NAME_VI)) {
            values.put(field, values.get(NAME_VI));
        }
    }

    /** An empty code says nothing: that of a new entry is made, that of another stays. */
    private void code() {
        String code = TextFold.clean(input.get(CODE)).toUpperCase(Locale.ROOT);
        if (code.length() > CODE_LIMIT) {
            problem(CODE, Checked.TOO_LONG, Integer.toString(CODE_LIMIT));
        } else if (!code.chars().allMatch(c -> Character.isLetterOrDigit(c) || "-_./".indexOf(c) >= 0)) {
            problem(CODE, "BAD_CODE");
        } else if (!code.isEmpty()) {
            values.put(CODE, code);
        }
    }

    /** "Chờ ký" becomes CHO_KY; a name without a letter or digit that we can use becomes a plain word. */
    public static String codeOf(String name) {
        String bare = Normalizer.normalize(name == null ? "" : name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('đ', 'd')
                .toUpperCase(Locale.ROOT)
                .replace('Đ', 'D');
        String code = bare.replaceAll("[^A-Z0-9]+", "_").replaceAll("^_+|_+$", "");
        String made = code.isEmpty() ? "ENTRY" : code;
        return made.length() > CODE_LIMIT - 4 ? made.substring(0, CODE_LIMIT - 4) : made;
    }

    private void own(CatalogueField field) {
        String text = input.get(field.name()).strip();
        if (text.isEmpty()) {
            values.put(field.name(), field.absent());
        } else if (field.isFilter()) {
            filter(field, text);
        } else if (field.isChoice()) {
            choice(field.name(), field.options(), text.toUpperCase(Locale.ROOT));
        } else {
            number(field, text);
        }
    }

    private void filter(CatalogueField field, String text) {
        try {
            String checked = field.filterCheck().apply(text);
            values.put(field.name(), checked.isEmpty() ? field.absent() : checked);
        } catch (CrmException refused) {
            problem(
                    field.name(),
                    refused.code(),
                    refused.arguments().stream().map(Object::toString).toArray(String[]::new));
        }
    }

    private void choice(String field, List<String> options, String text) {
        if (options.contains(text)) {
            values.put(field, text);
        } else {
            problem(field, "UNKNOWN_OPTION", text);
        }
    }

    /** Written as people do: "7,5" or "7.5", with or without a percent sign. */
    private void number(CatalogueField field, String text) {
        try {
            BigDecimal number = new BigDecimal(text.replaceAll("\\s|%", "").replace(',', '.'))
                    .setScale(field.decimals(), RoundingMode.UNNECESSARY);
            if (number.compareTo(field.least()) >= 0 && number.compareTo(field.most()) <= 0) {
                values.put(field.name(), number);
                return;
            }
            problem(
                    field.name(),
                    "OUT_OF_RANGE",
                    field.least().toPlainString(),
                    field.most().toPlainString());
        } catch (ArithmeticException | NumberFormatException notSuchANumber) {
            problem(field.name(), "BAD_VALUE", text);
        }
    }

    private void problem(String field, String code, String... arguments) {
        problems.add(new FieldProblem(field, code, arguments));
    }
}
