package vn.sencrm.customer;

import static vn.sencrm.customer.CustomerField.KIND;
import static vn.sencrm.customer.CustomerField.NAME;
import static vn.sencrm.customer.CustomerField.STAGE;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import vn.sencrm.common.Checked;
import vn.sencrm.common.CitizenId;
import vn.sencrm.common.EmailAddress;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.LocalDates;
import vn.sencrm.common.PhoneNumber;
import vn.sencrm.common.TaxCode;
import vn.sencrm.common.TextFold;
import vn.sencrm.common.Website;
import vn.sencrm.common.YesNo;
import vn.sencrm.customer.attribute.Attribute;
import vn.sencrm.customer.attribute.AttributeCheck;
import vn.sencrm.customer.attribute.AttributeType;
import vn.sencrm.location.PlaceIndex;

/**
 * The one check of a customer's values (CUS-4): form, import and API alike. It reads no database; what codes and names
 * stand for comes with the {@link CustomerLookups}.
 */
public final class CustomerCheck {

    public static final String REQUIRED = "REQUIRED";
    public static final String UNKNOWN_OPTION = "UNKNOWN_OPTION";
    public static final String UNKNOWN_OWNER = "UNKNOWN_OWNER";
    public static final String BAD_CODE = "BAD_CODE";
    public static final String BAD_VALUE = "BAD_VALUE";
    public static final String TOO_MANY = "TOO_MANY";
    public static final String UNKNOWN_ATTRIBUTE = "UNKNOWN_ATTRIBUTE";

    private static final int TEXT_LIMIT = 250;

    private final CustomerInput input;
    private final CustomerLookups lookups;
    private final CustomerDocument current;
    private final CustomerDocument document = new CustomerDocument();
    private final List<FieldProblem> problems = new ArrayList<>(0);
    private final List<FieldProblem> warnings = new ArrayList<>(0);

    private CustomerCheck(CustomerInput input, CustomerLookups lookups, CustomerDocument current) {
        this.input = input;
        this.lookups = lookups;
        this.current = current;
    }

    /**
     * Checks a new customer: a name is required, and what the company requires of its kind; kind and stage are INDIVIDUAL
     * and LEAD unless given.
     */
    public static CheckedCustomer ofNew(CustomerInput input, CustomerLookups lookups) {
        CustomerCheck check = new CustomerCheck(input, lookups, new CustomerDocument());
        check.run();
        if (!input.has(NAME)) {
            check.problem(NAME, REQUIRED);
        }
        check.document.putIfMissing(KIND, CustomerKind.INDIVIDUAL.name());
        check.document.putIfMissing(STAGE, CustomerStage.LEAD.name());
        check.requireAttributes();
        return check.result();
    }

    /** Checks the given part of a customer that exists; an empty value clears its field, but for those required. */
    public static CheckedCustomer ofChange(CustomerInput input, CustomerLookups lookups) {
        return ofChange(input, lookups, new CustomerDocument());
    }

    /** @param current the customer as it is: what it has may stay, archived or not */
    static CheckedCustomer ofChange(CustomerInput input, CustomerLookups lookups, CustomerDocument current) {
        CustomerCheck check = new CustomerCheck(input, lookups, current);
        check.run();
        return check.result();
    }

    private void run() {
        for (Map.Entry<CustomerField, Object> given : input.asMap().entrySet()) {
            check(given.getKey(), given.getValue());
        }
    }

    private CheckedCustomer result() {
        return new CheckedCustomer(document, List.copyOf(problems), List.copyOf(warnings));
    }

    private void check(CustomerField field, Object given) {
        switch (field.type()) {
            case TEXT -> text(field, given);
            case LONG_TEXT -> longText(field, given);
            case CODE_TEXT -> code(field, given);
            case CONSTANT -> constant(field, given);
            case DATE -> single(field, LocalDates.parse(textOf(given)));
            case TAX -> single(field, TaxCode.parse(textOf(given)));
            case CITIZEN -> single(field, CitizenId.parse(textOf(given)));
            case FLAG -> flag(field, given);
            case CHOICE -> choice(field, given);
            case ACCOUNT -> account(field, given);
            case PHONES -> labelled(field, splitPhones(given), PhoneNumber::parse);
            case EMAILS -> labelled(field, elements(given), EmailAddress::parse);
            case WEBSITES -> labelled(field, elements(given), Website::parse);
            case SOCIALS -> socials(field, given);
            case ADDRESSES -> addresses(field, given);
            case PERSON -> document.put(field, person(field.jsonName(), given));
            case PEOPLE -> people(field, given);
            case TAGS -> tags(field, given);
            case ATTRIBUTES -> attributes(field, given);
        }
    }

    private void text(CustomerField field, Object given) {
        String text = limited(field.jsonName(), TextFold.clean(textOf(given)), field.limit());
        if (text == null && field == NAME) {
            problem(NAME, REQUIRED);
        }
        document.put(field, text);
    }

    private void longText(CustomerField field, Object given) {
        document.put(field, limited(field.jsonName(), TextFold.cleanLines(textOf(given)), field.limit()));
    }

    /** A code given empty is one to be generated: the field then counts as not given. */
    private void code(CustomerField field, Object given) {
        String code = limited(field.jsonName(), TextFold.clean(textOf(given)), field.limit());
        if (code == null) {
            return;
        }
        if (!code.chars().allMatch(c -> Character.isLetterOrDigit(c) || "-_./".indexOf(c) >= 0)) {
            problem(field, BAD_CODE);
        }
        document.put(field, code);
    }

    private void constant(CustomerField field, Object given) {
        String text = TextFold.clean(textOf(given));
        if (text.isEmpty()) {
            if (field == CustomerField.GENDER) {
                document.put(field, null);
            }
            return;
        }
        String constant = lookups.constant(field, text);
        if (constant == null) {
            problem(field, UNKNOWN_OPTION, text);
        }
        document.put(field, constant);
    }

    private <T> void single(CustomerField field, Checked<T> checked) {
        checked.problemAt(field.jsonName()).ifPresent(problems::add);
        checked.warningAt(field.jsonName()).ifPresent(warnings::add);
        document.put(field, checked.value());
    }

    private void flag(CustomerField field, Object given) {
        String text = textOf(given);
        Optional<Boolean> said = YesNo.read(text);
        if (said.isEmpty() && !text.isBlank()) {
            problem(field, UNKNOWN_OPTION, text);
        }
        document.put(field, said.orElse(false));
    }

    private void choice(CustomerField field, Object given) {
        String text = TextFold.clean(textOf(given));
        Long id = text.isEmpty() ? null : lookups.choice(field, text);
        if (id == null && !text.isEmpty()) {
            id = kept(field, text);
        }
        if (id == null && !text.isEmpty()) {
            problem(field, field == CustomerField.OWNER ? UNKNOWN_OWNER : UNKNOWN_OPTION, text);
        }
        document.put(field, id);
    }

    private Long kept(CustomerField field, String text) {
        Long retired = lookups.retired(field, text);
        return retired != null && retired.equals(current.get(field)) ? retired : null;
    }

    private void account(CustomerField field, Object given) {
        String text = TextFold.clean(textOf(given));
        Long id = text.isEmpty() ? null : lookups.account(text);
        if (id == null && !text.isEmpty()) {
            problem(field, UNKNOWN_OPTION, text);
        }
        document.put(field, id);
    }

    /** Phones, e-mails, websites: each checked alone, repeats left out, the first one stays the primary. */
    private void labelled(CustomerField field, List<?> elements, Function<String, Checked<String>> parse) {
        Map<String, LabelledValue> byKey = new LinkedHashMap<>(4);
        int index = 0;
        for (Object element : elements) {
            String text = TextFold.clean(part(element, "value"));
            if (!text.isEmpty()) {
                String at = field.jsonName() + "[" + index + "]";
                Checked<String> checked = parse.apply(text);
                checked.problemAt(at).ifPresent(problems::add);
                checked.warningAt(at).ifPresent(warnings::add);
                String label = limited(at, TextFold.clean(labelOf(element)), 60);
                String key = checked.key() == null ? checked.value() : checked.key();
                byKey.putIfAbsent(key, new LabelledValue(checked.value(), label));
            }
            index++;
        }
        list(field, List.copyOf(byKey.values()));
    }

    private void socials(CustomerField field, Object given) {
        Set<SocialAccount> accounts = new LinkedHashSet<>();
        int index = 0;
        for (Object element : elements(given)) {
            String at = field.jsonName() + "[" + index++ + "]";
            String id = limited(at, TextFold.clean(part(element, "id")), TEXT_LIMIT);
            if (id != null) {
                String network = limited(at, TextFold.clean(mapPart(element, "network")), 40);
                accounts.add(new SocialAccount(network == null ? "other" : network.toLowerCase(Locale.ROOT), id));
            }
        }
        list(field, List.copyOf(accounts));
    }

    private void addresses(CustomerField field, Object given) {
        Set<Address> addresses = new LinkedHashSet<>();
        int index = 0;
        for (Object element : elements(given)) {
            Address address = address(field.jsonName() + "[" + index++ + "]", element);
            if (address != null) {
                addresses.add(address);
            }
        }
        list(field, List.copyOf(addresses));
    }

    private Address address(String at, Object element) {
        String street = limited(at + ".street", TextFold.clean(part(element, "street")), TEXT_LIMIT);
        String commune = limited(at + ".commune", TextFold.clean(mapPart(element, "commune")), 120);
        String province = limited(at + ".province", TextFold.clean(mapPart(element, "province")), 120);
        String note = limited(at + ".note", TextFold.clean(mapPart(element, "note")), TEXT_LIMIT);
        Double lat = degrees(at + ".lat", mapPart(element, "lat"), 90);
        Double lon = degrees(at + ".lon", mapPart(element, "lon"), 180);
        if (street == null && commune == null && province == null && note == null && lat == null) {
            return null;
        }
        PlaceIndex places = lookups.places();
        String provinceCode = places.province(province);
        String communeCode = places.commune(provinceCode, commune);
        Address same = sameWords(province, commune);
        if (same != null && communeCode == null) {
            provinceCode = provinceCode == null ? same.provinceCode() : provinceCode;
            communeCode = same.communeCode();
        }
        return new Address(
                street,
                places.name(communeCode, commune),
                communeCode,
                places.name(provinceCode, province),
                provinceCode,
                note,
                lon == null ? null : lat,
                lat == null ? null : lon);
    }

    /** The address that the customer has in these words: it may have codes that somebody chose for them. */
    @SuppressWarnings("unchecked")
    private Address sameWords(String province, String commune) {
        List<Address> addresses = (List<Address>) current.get(CustomerField.ADDRESSES);
        return addresses == null
                ? null
                : addresses.stream()
                        .filter(address -> Objects.equals(address.province(), province)
                                && Objects.equals(address.commune(), commune))
                        .findFirst()
                        .orElse(null);
    }

    private Double degrees(String at, String text, int limit) {
        if (text.isBlank()) {
            return null;
        }
        try {
            double value = Double.parseDouble(text.trim().replace(',', '.'));
            if (Math.abs(value) <= limit) {
                return value;
            }
        } catch (NumberFormatException e) {
            // told below, like a number out of range
        }
        problems.add(new FieldProblem(at, BAD_VALUE, text));
        return null;
    }

    private void people(CustomerField field, Object given) {
        List<Person> people = new ArrayList<>();
        int index = 0;
        for (Object element : elements(given)) {
            Person person = person(field.jsonName() + "[" + index++ + "]", element);
            if (person != null) {
                people.add(person);
            }
        }
        list(field, List.copyOf(people));
    }

    private Person person(String at, Object element) {
        String name = limited(at + ".name", TextFold.clean(part(element, "name")), TEXT_LIMIT);
        String relation = limited(at + ".relation", TextFold.clean(mapPart(element, "relation")), 120);
        Checked<String> phone = PhoneNumber.parse(TextFold.clean(mapPart(element, "phone")));
        phone.problemAt(at + ".phone").ifPresent(problems::add);
        return name == null && relation == null && phone.value() == null
                ? null
                : new Person(name, relation, phone.value());
    }

    private void tags(CustomerField field, Object given) {
        Map<String, String> byFold = new TreeMap<>();
        List<?> elements = given instanceof String text ? Arrays.asList(text.split("[;,\\n]")) : elements(given);
        for (Object element : elements) {
            String tag = limited(field.jsonName(), TextFold.clean(part(element, "name")), field.limit());
            if (tag != null) {
                byFold.putIfAbsent(TextFold.fold(tag), tag);
            }
        }
        list(field, List.copyOf(byFold.values()));
    }

    // ---- attributes

    private void attributes(CustomerField field, Object given) {
        if (!(given instanceof Map<?, ?> map)) {
            if (!"".equals(given)) {
                problem(field, BAD_VALUE, "");
            }
            return;
        }
        Map<String, Object> values = new TreeMap<>();
        map.forEach((code, value) -> {
            Optional<Attribute> attribute = lookups.attributes().find(code.toString());
            if (attribute.isPresent()) {
                values.put(attribute.get().code(), attribute(attribute.get(), value));
            } else {
                problems.add(new FieldProblem(Attribute.JSON_PREFIX + code, UNKNOWN_ATTRIBUTE, code.toString()));
            }
        });
        document.put(field, values.isEmpty() ? null : values);
    }

    /** An archived attribute may be cleared, or said again as it is. */
    private Object attribute(Attribute attribute, Object given) {
        Object now = current.attributes().get(attribute.code());
        Checked<Object> checked = AttributeCheck.check(attribute, given, id -> file(attribute, now, id));
        checked.problemAt(attribute.jsonName()).ifPresent(problems::add);
        checked.warningAt(attribute.jsonName()).ifPresent(warnings::add);
        if (attribute.archived() && checked.value() != null && !checked.value().equals(now)) {
            problems.add(new FieldProblem(attribute.jsonName(), UNKNOWN_ATTRIBUTE, attribute.code()));
        }
        if (checked.isGood() && checked.value() == null && isRequired(attribute)) {
            problems.add(new FieldProblem(attribute.jsonName(), REQUIRED));
        }
        return checked.value();
    }

    /** What the customer has may stay, whoever sent it. */
    private AttributeType file(Attribute attribute, Object now, long id) {
        boolean same = now instanceof BigDecimal number && number.equals(BigDecimal.valueOf(id));
        return same ? attribute.type() : lookups.file(id);
    }

    private boolean isRequired(Attribute attribute) {
        String kind = document.get(KIND) == null ? current.text(KIND) : document.text(KIND);
        return attribute.required()
                && !attribute.archived()
                && (kind == null || attribute.kinds().contains(CustomerKind.valueOf(kind)));
    }

    /** What was given empty is told already. */
    private void requireAttributes() {
        String kind = document.text(KIND);
        if (kind == null) {
            return;
        }
        lookups.attributes().required().getOrDefault(CustomerKind.valueOf(kind), List.of()).stream()
                .filter(attribute -> !document.attributes().containsKey(attribute.code()))
                .forEach(attribute -> problems.add(new FieldProblem(attribute.jsonName(), REQUIRED)));
    }

    private void list(CustomerField field, List<?> list) {
        int most = field == CustomerField.TAGS ? 50 : field.limit();
        if (list.size() > most) {
            problem(field, TOO_MANY, Integer.toString(most));
        }
        document.put(field, list.isEmpty() ? null : list);
    }

    /** Null for an empty text; one over the limit is a problem of the field. */
    private String limited(String at, String text, int limit) {
        if (text.length() > limit) {
            problems.add(new FieldProblem(at, Checked.TOO_LONG, Integer.toString(limit)));
        }
        return text.isEmpty() ? null : text;
    }

    private void problem(CustomerField field, String code, String... arguments) {
        problems.add(new FieldProblem(field.jsonName(), code, arguments));
    }

    private static List<?> splitPhones(Object given) {
        List<Object> phones = new ArrayList<>(2);
        for (Object element : elements(given)) {
            if (element instanceof String text) {
                phones.addAll(PhoneNumber.split(text));
            } else {
                phones.add(element);
            }
        }
        return phones;
    }

    /** A list as it is, anything else as a list of one. */
    private static List<?> elements(Object given) {
        if (given instanceof Collection<?> many) {
            return List.copyOf(many);
        }
        return "".equals(given) ? List.of() : List.of(given);
    }

    private static String textOf(Object given) {
        return given instanceof Collection<?> || given instanceof Map<?, ?> ? "" : given.toString();
    }

    /** A plain text stands for the main part of an element; a map names its parts. */
    private static String part(Object element, String main) {
        return element instanceof Map<?, ?> ? mapPart(element, main) : element.toString();
    }

    private static String labelOf(Object element) {
        return mapPart(element, "label");
    }

    private static String mapPart(Object element, String name) {
        Object part = element instanceof Map<?, ?> map ? map.get(name) : null;
        return part == null ? "" : part.toString();
    }
}
