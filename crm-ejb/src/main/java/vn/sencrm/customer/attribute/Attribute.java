package vn.sencrm.customer.attribute;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.sencrm.common.TextFold;
import vn.sencrm.customer.CustomerKind;

/**
 * A defined attribute. Its code never changes, its type only while no customer has a value. An archived one is not
 * offered any more; the values that customers have stay readable.
 *
 * @param kinds whose forms show it
 * @param choices archived ones included, in their order; empty but for choices
 */
public record Attribute(
        long id,
        int version,
        String code,
        String nameVi,
        String nameEn,
        AttributeType type,
        boolean required,
        Set<CustomerKind> kinds,
        List<Choice> choices,
        boolean archived)
        implements Serializable {

    /** Stands before the code in documents and error messages. */
    public static final String JSON_PREFIX = "attributes.";

    /** Stands before the code in filters and import mappings. */
    public static final String FILTER_PREFIX = "attr.";

    /** Something that can be chosen. */
    public record Choice(String code, String nameVi, String nameEn, boolean archived) implements Serializable {

        public String name(String language) {
            return "en".equals(language) ? nameEn : nameVi;
        }

        private boolean is(String fold) {
            return fold.equals(TextFold.fold(code))
                    || fold.equals(TextFold.fold(nameVi))
                    || fold.equals(TextFold.fold(nameEn));
        }
    }

    public Attribute {
        kinds = Set.copyOf(kinds);
        choices = List.copyOf(choices);
    }

    public String name(String language) {
        return "en".equals(language) ? nameEn : nameVi;
    }

    /** {@code attributes.<code>}. */
    public String jsonName() {
        return JSON_PREFIX + code;
    }

    /** {@code attr.<code>}. */
    public String filterName() {
        return FILTER_PREFIX + code;
    }

    /** The kinds whose customers must have a value; none while it is archived. */
    public Set<CustomerKind> requiredOf() {
        return required && !archived ? kinds : Set.of();
    }

    Attribute optional() {
        return new Attribute(id, version, code, nameVi, nameEn, type, false, kinds, choices, archived);
    }

    /** The choice of exactly this code. */
    public Optional<Choice> choice(String choiceCode) {
        return choices.stream()
                .filter(choice -> choice.code().equals(choiceCode))
                .findFirst();
    }

    /** Whether a word is read as the choice of this code. */
    public boolean means(String word, String choiceCode) {
        return choiceMeant(word)
                .filter(choice -> choice.code().equals(choiceCode))
                .isPresent();
    }

    /** The choice that is meant by a code or name in either language; where two are, the one still offered. */
    Optional<Choice> choiceMeant(String text) {
        Optional<Choice> exact = choice(text);
        String fold = TextFold.fold(text);
        return exact.isPresent()
                ? exact
                : choices.stream()
                        .filter(choice -> choice.is(fold))
                        .min((one, other) -> Boolean.compare(one.archived(), other.archived()));
    }

    /** Whether a value is, or holds, a choice that is not offered any more and that was not there already. */
    public boolean isRetired(Object value, Object had) {
        List<?> kept = had instanceof List<?> list ? list : had == null ? List.of() : List.of(had);
        List<?> given = value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
        return type.isChoice()
                && given.stream().filter(code -> !kept.contains(code)).anyMatch(code -> choice(code.toString())
                        .filter(Choice::archived)
                        .isPresent());
    }
}
