package vn.sencrm.customer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import vn.sencrm.common.TextFold;
import vn.sencrm.customer.attribute.AttributeType;
import vn.sencrm.customer.attribute.Attributes;
import vn.sencrm.location.PlaceIndex;

/**
 * What codes and names stand for: statuses, users, teams, places … as they were when it was loaded. One is read for each
 * request or run ({@link CustomerLookupsSql}), for one thread. Every look-up is without regard to case and diacritics and
 * answers null for what it does not know.
 */
public final class CustomerLookups {

    /**
     * A code with the names of what it stands for.
     *
     * @param retired whether only those that have it already may keep it: an archived status, a user who has left
     */
    record Choice(CustomerField field, long id, String code, List<String> names, boolean retired) {}

    private static final long AMBIGUOUS = Long.MIN_VALUE;

    private final Map<CustomerField, Map<String, Long>> choices;
    private final Map<CustomerField, Map<String, Long>> retired;
    private final Map<CustomerField, Set<Long>> retiredIds;
    private final Map<CustomerField, Map<String, String>> constants;
    private final Function<String, Long> accounts;
    private final Attributes attributes;
    private final LongFunction<AttributeType> files;
    private final Supplier<PlaceIndex> load;
    private PlaceIndex places;

    /**
     * @param choices a name of two different records is known as neither
     * @param places asked once, for the first address
     * @param accounts finds a customer by its code, null where accounts cannot be named
     * @param files the type of attribute for which this user sent a file; null for any other
     */
    CustomerLookups(
            List<Choice> choices,
            Supplier<PlaceIndex> places,
            Function<String, Long> accounts,
            Attributes attributes,
            LongFunction<AttributeType> files) {
        this.choices =
                byText(choices.stream().filter(choice -> !choice.retired()).toList());
        this.retired = byText(choices.stream().filter(Choice::retired).toList());
        this.retiredIds = choices.stream()
                .filter(Choice::retired)
                .collect(Collectors.groupingBy(Choice::field, Collectors.mapping(Choice::id, Collectors.toSet())));
        this.load = places;
        this.constants = CustomerConstants.byFold();
        this.accounts = accounts;
        this.attributes = attributes;
        this.files = files;
    }

    private static Map<CustomerField, Map<String, Long>> byText(List<Choice> all) {
        Map<CustomerField, Map<String, Long>> byText = new HashMap<>();
        for (Choice choice : all) {
            byText.computeIfAbsent(choice.field(), field -> new HashMap<>())
                    .put(TextFold.fold(choice.code()), choice.id());
        }
        addNames(all, byText);
        return byText;
    }

    /** A name counts where no code is the same and no other record has it. */
    private static void addNames(List<Choice> all, Map<CustomerField, Map<String, Long>> byText) {
        Map<CustomerField, Map<String, Long>> names = new HashMap<>();
        for (Choice choice : all) {
            Map<String, Long> ofField = names.computeIfAbsent(choice.field(), f -> new HashMap<>());
            choice.names()
                    .forEach(name -> ofField.merge(TextFold.fold(name), choice.id(), CustomerLookups::onlyIfSame));
        }
        names.forEach((field, ofField) -> ofField.forEach((name, id) -> {
            if (id != AMBIGUOUS) {
                byText.get(field).putIfAbsent(name, id);
            }
        }));
    }

    private static Long onlyIfSame(Long one, Long other) {
        return one.equals(other) ? one : Long.valueOf(AMBIGUOUS);
    }

    /** The id of a status, category, tier, source, owner or team by its code or name. */
    public Long choice(CustomerField field, String text) {
        return choices.getOrDefault(field, Map.of()).get(TextFold.fold(text));
    }

    /** Likewise one that is out of use: who has it may keep it, nobody gets it anew. */
    Long retired(CustomerField field, String text) {
        return retired.getOrDefault(field, Map.of()).get(TextFold.fold(text));
    }

    /** Whether what a field refers to is out of use. */
    public boolean isRetired(CustomerField field, Object id) {
        return id != null && retiredIds.getOrDefault(field, Set.of()).contains(id);
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

    /** What places are called. */
    PlaceIndex places() {
        if (places == null) {
            places = load.get();
        }
        return places;
    }
}
