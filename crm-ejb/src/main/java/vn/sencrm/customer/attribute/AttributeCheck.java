package vn.sencrm.customer.attribute;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongFunction;
import vn.sencrm.common.Checked;
import vn.sencrm.common.Decimals;
import vn.sencrm.common.LocalDates;
import vn.sencrm.common.TextFold;
import vn.sencrm.common.YesNo;

/** The one check of an attribute's value, whatever way it came; the result is in its normal form. */
public final class AttributeCheck {

    public static final int TEXT_LIMIT = 2_000;

    static final String UNKNOWN_OPTION = "UNKNOWN_OPTION";
    static final String BAD_VALUE = "BAD_VALUE";
    static final String UNKNOWN_FILE = "UNKNOWN_FILE";

    private AttributeCheck() {}

    /**
     * Checks a value.
     *
     * @param given a text, a number, a boolean or, for several choices, a list; nothing for null and blank
     * @param files the type of the attribute for which a file was sent that the user may refer to, null for none
     */
    public static Checked<Object> check(Attribute attribute, Object given, LongFunction<AttributeType> files) {
        if (given instanceof Map<?, ?>
                || given instanceof Collection<?> && attribute.type() != AttributeType.MULTI_CHOICE) {
            return bad(BAD_VALUE, shortened(given.toString()));
        }
        return switch (attribute.type()) {
            case TEXT -> text(textOf(given));
            case NUMBER ->
                widened(given instanceof BigDecimal number ? Decimals.of(number) : Decimals.parse(textOf(given)));
            case DATE -> date(LocalDates.parse(textOf(given)));
            case YES_NO -> yesNo(textOf(given));
            case CHOICE -> choice(attribute, textOf(given));
            case MULTI_CHOICE -> choices(attribute, given);
            case PHOTO, VIDEO -> file(attribute, textOf(given), files);
        };
    }

    private static Checked<Object> text(String given) {
        String text = TextFold.cleanLines(given);
        if (text.length() > TEXT_LIMIT) {
            return new Checked<>(text, null, Checked.TOO_LONG, List.of(Integer.toString(TEXT_LIMIT)), null);
        }
        return good(text.isEmpty() ? null : text);
    }

    private static Checked<Object> date(Checked<LocalDate> date) {
        Object iso = date.value() == null ? null : date.value().toString();
        return new Checked<>(iso, null, date.problem(), date.arguments(), date.warning());
    }

    private static Checked<Object> yesNo(String given) {
        if (given.isBlank()) {
            return good(null);
        }
        Optional<Boolean> said = YesNo.read(given);
        return said.isPresent() ? good(said.get()) : bad(UNKNOWN_OPTION, shortened(given));
    }

    private static Checked<Object> choice(Attribute attribute, String given) {
        String text = TextFold.clean(given);
        if (text.isEmpty()) {
            return good(null);
        }
        Optional<Attribute.Choice> meant = attribute.choiceMeant(text);
        return meant.isPresent() ? good(meant.get().code()) : bad(UNKNOWN_OPTION, shortened(text));
    }

    private static Checked<Object> choices(Attribute attribute, Object given) {
        Collection<?> elements = given instanceof Collection<?> many
                ? many
                : Arrays.asList(textOf(given).split("[;,\\n]"));
        Set<String> codes = new TreeSet<>();
        for (Object element : elements) {
            Checked<Object> one = choice(attribute, textOf(element));
            if (!one.isGood()) {
                return one;
            }
            if (one.value() != null) {
                codes.add((String) one.value());
            }
        }
        List<String> inOrder = attribute.choices().stream()
                .map(Attribute.Choice::code)
                .filter(codes::contains)
                .toList();
        return good(inOrder.isEmpty() ? null : inOrder);
    }

    private static Checked<Object> file(Attribute attribute, String given, LongFunction<AttributeType> files) {
        String id = given.strip();
        if (id.isEmpty()) {
            return good(null);
        }
        boolean known = id.matches("\\d{1,18}") && files.apply(Long.parseLong(id)) == attribute.type();
        return known ? good(new BigDecimal(id)) : bad(UNKNOWN_FILE, shortened(id));
    }

    private static Checked<Object> widened(Checked<BigDecimal> number) {
        return new Checked<>(number.value(), null, number.problem(), number.arguments(), number.warning());
    }

    private static Checked<Object> good(Object value) {
        return new Checked<>(value, null, null, List.of(), null);
    }

    private static Checked<Object> bad(String problem, String argument) {
        return new Checked<>(null, null, problem, List.of(argument), null);
    }

    private static String textOf(Object given) {
        return given == null ? "" : given.toString();
    }

    /** What was typed, short enough for a message. */
    private static String shortened(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
