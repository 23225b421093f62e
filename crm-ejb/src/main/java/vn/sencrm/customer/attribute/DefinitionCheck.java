package vn.sencrm.customer.attribute;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.sencrm.common.Checked;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.common.TextFold;
import vn.sencrm.customer.CustomerKind;

/** The check of a definition: names, codes that are unlike each other, a type, choices for a choice. */
final class DefinitionCheck {

    static final int NAME_LIMIT = 120;
    static final int CODE_LIMIT = 40;
    static final int CHOICE_LIMIT = 500;

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9_]{0,39}");
    private static final Pattern CHOICE_CODE = Pattern.compile("[A-Za-z0-9_.-]{1,40}");

    private final List<FieldProblem> problems = new ArrayList<>();

    /** @param existing the attribute that is changed; nothing for a new one */
    static Attribute check(AttributeInput input, Attributes all, Optional<Attribute> existing) {
        DefinitionCheck check = new DefinitionCheck();
        String nameVi = check.name("nameVi", input.nameVi(), true);
        String nameEn = check.name("nameEn", input.nameEn(), false);
        String code = existing.map(Attribute::code).orElseGet(() -> check.code(input.code(), nameVi, all));
        AttributeType type = check.type(input.type());
        List<Attribute.Choice> choices = type != null && type.isChoice() ? check.choices(input.choices()) : List.of();
        if (!check.problems.isEmpty()) {
            throw new InvalidInputException(check.problems);
        }
        Set<CustomerKind> kinds =
                input.kinds() == null || input.kinds().isEmpty() ? Set.of(CustomerKind.values()) : input.kinds();
        return new Attribute(
                existing.map(Attribute::id).orElse(0L),
                existing.map(Attribute::version).orElse(1),
                code,
                nameVi,
                nameEn.isEmpty() ? nameVi : nameEn,
                type,
                input.required(),
                kinds,
                choices,
                existing.map(Attribute::archived).orElse(false));
    }

    private String name(String at, String given, boolean required) {
        String name = given == null ? "" : TextFold.clean(given);
        if (name.length() > NAME_LIMIT) {
            problem(at, Checked.TOO_LONG, Integer.toString(NAME_LIMIT));
        }
        if (name.isEmpty() && required) {
            problem(at, "REQUIRED");
        }
        return name;
    }

    private String code(String given, String name, Attributes all) {
        String typed = given == null ? "" : given.strip();
        String code = typed.isEmpty() ? free(made(name).toLowerCase(Locale.ROOT), all) : typed;
        if (!CODE.matcher(code).matches()) {
            problem("code", "BAD_ATTRIBUTE_CODE");
        } else if (all.find(code).isPresent()) {
            problem("code", "CODE_TAKEN", code);
        }
        return code;
    }

    private static String free(String wanted, Attributes all) {
        String code = wanted.matches("[a-z].*") ? wanted : "a_" + wanted;
        String base = code.substring(0, Math.min(code.length(), CODE_LIMIT - 4));
        String found = base;
        for (int n = 2; all.find(found).isPresent(); n++) {
            found = base + "_" + n;
        }
        return found;
    }

    /** "Quy mô cửa hàng" is quy_mo_cua_hang. */
    private static String made(String name) {
        String plain = TextFold.plain(name).replaceAll("[^a-z0-9]+", "_").replaceAll("^_+|_+$", "");
        return plain.length() > CODE_LIMIT ? plain.substring(0, CODE_LIMIT) : plain;
    }

    private AttributeType type(String name) {
        Optional<AttributeType> type = Stream.of(AttributeType.values())
                .filter(one -> one.name().equals(name))
                .findFirst();
        if (type.isEmpty()) {
            boolean none = name == null || name.isBlank();
            problem("type", none ? "REQUIRED" : AttributeCheck.UNKNOWN_OPTION, none ? "" : name);
        }
        return type.orElse(null);
    }

    private List<Attribute.Choice> choices(List<AttributeInput.ChoiceInput> given) {
        List<Attribute.Choice> choices = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        Set<String> names = new HashSet<>();
        List<AttributeInput.ChoiceInput> all = given == null ? List.of() : given;
        for (int i = 0; i < all.size(); i++) {
            Attribute.Choice choice = choice("choices[" + i + "]", all.get(i), codes);
            if (choice != null) {
                choices.add(choice);
                if (!choice.archived() && !names.add(TextFold.fold(choice.nameVi()))) {
                    problem("choices[" + i + "]", "CODE_TAKEN", choice.nameVi());
                }
            }
        }
        if (choices.stream().allMatch(Attribute.Choice::archived)) {
            problem("choices", "CHOICES_NEEDED");
        } else if (choices.size() > CHOICE_LIMIT) {
            problem("choices", "TOO_MANY", Integer.toString(CHOICE_LIMIT));
        }
        return choices;
    }

    /** A row without a name is none. */
    private Attribute.Choice choice(String at, AttributeInput.ChoiceInput given, Set<String> taken) {
        String nameVi = name(at, given.nameVi(), false);
        String nameEn = name(at, given.nameEn(), false);
        String typed = given.code() == null ? "" : given.code().strip();
        if (nameVi.isEmpty() && typed.isEmpty()) {
            return null;
        }
        String code = typed.isEmpty() ? unlike(made(nameVi).toUpperCase(Locale.ROOT), taken) : typed;
        if (!CHOICE_CODE.matcher(code).matches()) {
            problem(at, "BAD_CHOICE_CODE", code);
        } else if (!taken.add(code.toUpperCase(Locale.ROOT))) {
            problem(at, "CODE_TAKEN", code);
        }
        String name = nameVi.isEmpty() ? code : nameVi;
        return new Attribute.Choice(code, name, nameEn.isEmpty() ? name : nameEn, given.archived());
    }

    private static String unlike(String wanted, Set<String> taken) {
        String code = wanted.isEmpty() ? "C" : wanted.substring(0, Math.min(wanted.length(), CODE_LIMIT - 4));
        String found = code;
        for (int n = 2; taken.contains(found); n++) {
            found = code + "_" + n;
        }
        return found;
    }

    private void problem(String at, String code, String... arguments) {
        problems.add(new FieldProblem(at, code, arguments));
    }
}
