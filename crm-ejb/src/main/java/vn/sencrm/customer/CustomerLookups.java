package vn.sencrm.customer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongFunction;
import vn.sencrm.common.TextFold;
import vn.sencrm.customer.attribute.AttributeType;
import vn.sencrm.customer.attribute.Attributes;

/**
 * What codes and names stand for: statuses, users, teams, locations … as they were when it was loaded. Immutable once
 * loaded; one is read for each request or run ({@link CustomerLookupsSql}). Every look-up is without regard to case and
 * diacritics and answers null for what it does not know.
 */
public final class CustomerLookups {

    /** A code with the names of what it stands for. */
    record Choice(CustomerField field, long id, String code, List<String> names) {}

    /** A province or commune. */
    record Location(String code, String parentCode, String name) {}

    private static final long AMBIGUOUS = Long.MIN_VALUE;

    private static final List<String> LEVELS = List.of(
            "thanh pho ",
            "tinh ",
            "tp. ",
            "tp.",
            "tp ",
            "phuong ",
            "xa ",
            "dac khu ",
            "thi tran ",
            "p. ",
            "p.",
            "x. ",
            "tx. ");

    private final Map<CustomerField, Map<String, Long>> choices = new HashMap<>();
    private final Map<String, String> provinces = new HashMap<>();
    private final Map<String, Map<String, String>> communes = new HashMap<>();
    private final Map<String, String> locationNames = new HashMap<>();
    private final Map<CustomerField, Map<String, String>> constants;
    private final Function<String, Long> accounts;
    private final Attributes attributes;
    private final LongFunction<AttributeType> files;

    /**
     * @param choices a name of two different records is known as neither
     * @param accounts finds a customer by its code, null where accounts cannot be named
     * @param files the type of attribute for which this user sent a file; null for any other
     */
    CustomerLookups(
            List<Choice> choices,
            List<Location> locations,
            Function<String, Long> accounts,
            Attributes attributes,
            LongFunction<AttributeType> files) {
        choices.forEach(choice -> byText(choice).put(TextFold.fold(choice.code()), choice.id()));
        addNames(choices);
        locations.forEach(this::add);
        this.constants = CustomerConstants.byFold();
        this.accounts = accounts;
        this.attributes = attributes;
        this.files = files;
    }

    /** A name counts where no code is the same and no other record has it. */
    private void addNames(List<Choice> all) {
        Map<CustomerField, Map<String, Long>> names = new HashMap<>();
        for (Choice choice : all) {
            Map<String, Long> ofField = names.computeIfAbsent(choice.field(), f -> new HashMap<>());
            choice.names()
                    .forEach(name -> ofField.merge(TextFold.fold(name), choice.id(), CustomerLookups::onlyIfSame));
        }
        names.forEach((field, ofField) -> ofField.forEach((name, id) -> {
            if (id != AMBIGUOUS) {
                choices.get(field).putIfAbsent(name, id);
            }
        }));
    }

    private static Long onlyIfSame(Long one, Long other) {
        return one.equals(other) ? one : Long.valueOf(AMBIGUOUS);
    }

    private Map<String, Long> byText(Choice choice) {
        return choices.computeIfAbsent(choice.field(), f -> new HashMap<>());
    }

    private void add(Location location) {
        locationNames.put(location.code(), location.name());
        Map<String, String> names = location.parentCode() == null
                ? provinces
                : communes.computeIfAbsent(location.parentCode(), code -> new HashMap<>());
        String fold = TextFold.fold(location.name());
        names.put(location.code(), location.code());
        names.put(fold, location.code());
        names.putIfAbsent(withoutLevel(fold), location.code());
    }

    /** "tinh an giang" and "an giang", "tp. ho chi minh" and "thanh pho ho chi minh" are one. */
    private static String withoutLevel(String fold) {
        for (String level : LEVELS) {
            if (fold.startsWith(level) && fold.length() > level.length()) {
                return fold.substring(level.length()).trim();
            }
        }
        return fold;
    }

    /** The id of a status, category, tier, source, owner or team by its code or name. */
    public Long choice(CustomerField field, String text) {
        return choices.getOrDefault(field, Map.of()).get(TextFold.fold(text));
    }

    /** The constant of a kind, stage or gender by its name in code or by its label in either language. */
    String constant(CustomerField field, String text) {
        return constants.get(field).get(TextFold.fold(text));
    }

    /** The attributes that the company defines. */
    public Attributes attributes() {
        return attributes;
    }

    /** For which type of attribute a stored file was sent, if this user may refer to it; else null. */
    AttributeType file(long id) {
        return files.apply(id);
    }

    Long account(String code) {
        return accounts.apply(code);
    }

    String province(String text) {
        return text == null ? null : find(provinces, text);
    }

    String commune(String provinceCode, String text) {
        return provinceCode == null || text == null ? null : find(communes.getOrDefault(provinceCode, Map.of()), text);
    }

    private static String find(Map<String, String> byName, String text) {
        String fold = TextFold.fold(text);
        String code = byName.get(fold);
        return code == null ? byName.get(withoutLevel(fold)) : code;
    }

    /** A known location's own name, else the name as it was typed. */
    String locationName(String code, String typed) {
        return locationNames.getOrDefault(code, typed);
    }
}
