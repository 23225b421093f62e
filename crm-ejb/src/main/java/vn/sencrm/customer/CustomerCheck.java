package vn.sencrm.customer;

import static vn.sencrm.customer.CustomerField.KIND;
import static vn.sencrm.customer.CustomerField.NAME;
import static vn.sencrm.customer.CustomerField.STAGE;
import static vn.sencrm.customer.Given.elements;
import static vn.sencrm.customer.Given.labelOf;
import static vn.sencrm.customer.Given.mapPart;
import static vn.sencrm.customer.Given.part;
import static vn.sencrm.customer.Given.phones;
import static vn.sencrm.customer.Given.textOf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import vn.sencrm.common.Checked;
import vn.sencrm.common.CitizenId;
import vn.sencrm.common.EmailAddress;
import vn.sencrm.common.LocalDates;
import vn.sencrm.common.PhoneNumber;
import vn.sencrm.common.TaxCode;
import vn.sencrm.common.TextFold;
import vn.sencrm.common.Website;
import vn.sencrm.common.YesNo;
import vn.sencrm.tag.TagCheck;

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

    static final int TEXT_LIMIT = 250;

    /** So many tags a customer has at most. */
    public static final int TAGS_LIMIT = 50;

    private final CustomerInput input;
    private final CustomerLookups lookups;
    private final CustomerDocument current;
    private final CustomerDocument document = new CustomerDocument();
    private final Findings findings = new Findings();
    private final AttributesCheck attributes;
    private final boolean retiredToo;

    private CustomerCheck(CustomerInput input, CustomerLookups lookups, CustomerDocument current, boolean retiredToo) {
        this.retiredToo = retiredToo;
        this.input = input;
        this.lookups = lookups;
        this.current = current;
        this.attributes = new AttributesCheck(lookups, current, document, findings, retiredToo);
    }

    /**
     * Checks a new customer: a name is required, and what the company requires of its kind; kind and stage are INDIVIDUAL
     * and LEAD unless given.
     */
    public static CheckedCustomer ofNew(CustomerInput input, CustomerLookups lookups) {
        CustomerCheck check = new CustomerCheck(input, lookups, new CustomerDocument(), false);
        check.run();
        if (!input.has(NAME)) {
            check.problem(NAME, REQUIRED);
        }
        check.document.putIfMissing(KIND, CustomerKind.INDIVIDUAL.name());
        check.document.putIfMissing(STAGE, CustomerStage.LEAD.name());
        check.attributes.requireAll();
        return check.findings.of(check.document);
    }

    /** Checks the given part of a customer that exists; an empty value clears its field, but for those required. */
    public static CheckedCustomer ofChange(CustomerInput input, CustomerLookups lookups) {
        return ofChange(input, lookups, new CustomerDocument());
    }

    /**
     * Checks the given part of a customer that is not known yet: what is out of use is taken, and must be refused later
     * ({@link CustomerLookups#isRetired}) unless the customer has it.
     */
    public static CheckedCustomer ofImport(CustomerInput input, CustomerLookups lookups) {
        CustomerCheck check = new CustomerCheck(input, lookups, new CustomerDocument(), true);
        check.run();
        return check.findings.of(check.document);
    }

    /** @param current the customer as it is: what it has may stay, archived or not */
    static CheckedCustomer ofChange(CustomerInput input, CustomerLookups lookups, CustomerDocument current) {
        CustomerCheck check = new CustomerCheck(input, lookups, current, false);
        check.run();
        return check.findings.of(check.document);
    }

    /** Likewise what a customer once had: out of use or not, it may have it again. */
    static CheckedCustomer ofRestored(CustomerInput input, CustomerLookups lookups, CustomerDocument current) {
        CustomerCheck check = new CustomerCheck(input, lookups, current, true);
        check.run();
        return check.findings.of(check.document);
    }

    private void run() {
        for (Map.Entry<CustomerField, Object> given : input.asMap().entrySet()) {
            check(given.getKey(), given.getValue());
        }
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
            case PHONES -> labelled(field, phones(given), PhoneNumber::parse);
            case EMAILS -> labelled(field, elements(given), EmailAddress::parse);
            case WEBSITES -> labelled(field, elements(given), Website::parse);
            case SOCIALS -> socials(field, given);
            case ADDRESSES -> list(field, new AddressCheck(lookups, current, findings).of(given));
            case PERSON -> document.put(field, person(field.jsonName(), given));
            case PEOPLE -> people(field, given);
            case TAGS -> tags(field, given);
            case ATTRIBUTES -> attributes.give(given);
        }
    }

    private void text(CustomerField field, Object given) {
        String text = findings.limited(field.jsonName(), TextFold.clean(textOf(given)), field.limit());
        if (text == null && field == NAME) {
            problem(NAME, REQUIRED);
        }
        document.put(field, text);
    }

    private void longText(CustomerField field, Object given) {
        document.put(field, findings.limited(field.jsonName(), TextFold.cleanLines(textOf(given)), field.limit()));
    }

    /** A code given empty is one to be generated: the field then counts as not given. */
    private void code(CustomerField field, Object given) {
        String code = findings.limited(field.jsonName(), TextFold.clean(textOf(given)), field.limit());
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
        document.put(field, findings.value(field.jsonName(), checked));
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
        return retired != null && (retiredToo || retired.equals(current.get(field))) ? retired : null;
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
                findings.value(at, checked);
                String label = findings.limited(at, TextFold.clean(labelOf(element)), 60);
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
            String id = findings.limited(at, TextFold.clean(part(element, "id")), TEXT_LIMIT);
            if (id != null) {
                String network = findings.limited(at, TextFold.clean(mapPart(element, "network")), 40);
                accounts.add(new SocialAccount(network == null ? "other" : network.toLowerCase(Locale.ROOT), id));
            }
        }
        list(field, List.copyOf(accounts));
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
        String name = findings.limited(at + ".name", TextFold.clean(part(element, "name")), TEXT_LIMIT);
        String relation = findings.limited(at + ".relation", TextFold.clean(mapPart(element, "relation")), 120);
        Checked<String> phone = PhoneNumber.parse(TextFold.clean(mapPart(element, "phone")));
        phone.problemAt(at + ".phone").ifPresent(findings::problem);
        return name == null && relation == null && phone.value() == null
                ? null
                : new Person(name, relation, phone.value());
    }

    private void tags(CustomerField field, Object given) {
        Map<String, String> byFold = new TreeMap<>();
        List<?> elements = given instanceof String text ? Arrays.asList(text.split("[;,\\n]")) : elements(given);
        for (Object element : elements) {
            String tag = findings.limited(field.jsonName(), TextFold.clean(part(element, "name")), field.limit());
            if (tag != null && TagCheck.isSeveral(tag)) {
                problem(field, BAD_VALUE, tag);
            } else if (tag != null) {
                byFold.putIfAbsent(TextFold.fold(tag), tag);
            }
        }
        list(field, List.copyOf(byFold.values()));
    }

    private void list(CustomerField field, List<?> list) {
        int most = field == CustomerField.TAGS ? TAGS_LIMIT : field.limit();
        if (list.size() > most) {
            problem(field, TOO_MANY, Integer.toString(most));
        }
        document.put(field, list.isEmpty() ? null : list);
    }

    private void problem(CustomerField field, String code, String... arguments) {
        findings.problem(field.jsonName(), code, arguments);
    }
}
