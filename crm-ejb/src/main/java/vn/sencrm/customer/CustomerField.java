package vn.sencrm.customer;

import static vn.sencrm.customer.CustomerField.Section.ADDRESS;
import static vn.sencrm.customer.CustomerField.Section.BASIC;
import static vn.sencrm.customer.CustomerField.Section.CLASSIFICATION;
import static vn.sencrm.customer.CustomerField.Section.CONTACT_DETAILS;
import static vn.sencrm.customer.CustomerField.Section.FURTHER;
import static vn.sencrm.customer.CustomerField.Section.PROFILE;
import static vn.sencrm.customer.CustomerField.Type.ADDRESSES;
import static vn.sencrm.customer.CustomerField.Type.CHOICE;
import static vn.sencrm.customer.CustomerField.Type.CITIZEN;
import static vn.sencrm.customer.CustomerField.Type.CODE_TEXT;
import static vn.sencrm.customer.CustomerField.Type.CONSTANT;
import static vn.sencrm.customer.CustomerField.Type.DATE;
import static vn.sencrm.customer.CustomerField.Type.EMAILS;
import static vn.sencrm.customer.CustomerField.Type.FLAG;
import static vn.sencrm.customer.CustomerField.Type.LONG_TEXT;
import static vn.sencrm.customer.CustomerField.Type.PEOPLE;
import static vn.sencrm.customer.CustomerField.Type.PERSON;
import static vn.sencrm.customer.CustomerField.Type.PHONES;
import static vn.sencrm.customer.CustomerField.Type.SOCIALS;
import static vn.sencrm.customer.CustomerField.Type.TAGS;
import static vn.sencrm.customer.CustomerField.Type.TAX;
import static vn.sencrm.customer.CustomerField.Type.TEXT;
import static vn.sencrm.customer.CustomerField.Type.WEBSITES;
import static vn.sencrm.customer.CustomerKind.HOUSEHOLD;
import static vn.sencrm.customer.CustomerKind.INDIVIDUAL;
import static vn.sencrm.customer.CustomerKind.ORGANIZATION;
import static vn.sencrm.customer.CustomerKind.SHOP;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The one form definition of a customer (CUS-1): every field in the order of the form, with its name in JSON, its type,
 * its section and the kinds that show it. A field that a kind does not show keeps its value all the same.
 */
public enum CustomerField {
    CODE("code", CODE_TEXT, BASIC, 40),
    KIND("kind", CONSTANT, BASIC, 0),
    STAGE("stage", CONSTANT, BASIC, 0),
    NAME("name", TEXT, BASIC, 250),
    PHONES("phones", Type.PHONES, CONTACT_DETAILS, 20),
    EMAILS("emails", Type.EMAILS, CONTACT_DETAILS, 20),
    WEBSITES("websites", Type.WEBSITES, CONTACT_DETAILS, 20),
    SOCIALS("socials", Type.SOCIALS, CONTACT_DETAILS, 20),
    ADDRESSES("addresses", Type.ADDRESSES, ADDRESS, 20),
    GENDER("gender", CONSTANT, PROFILE, 0, INDIVIDUAL),
    BIRTHDAY("birthday", DATE, PROFILE, 0),
    CITIZEN_ID("citizenId", CITIZEN, PROFILE, 20, INDIVIDUAL, HOUSEHOLD),
    TAX_CODE("taxCode", TAX, PROFILE, 20),
    JOB_TITLE("jobTitle", TEXT, PROFILE, 120, INDIVIDUAL),
    ACCOUNT("account", Type.ACCOUNT, PROFILE, 0, INDIVIDUAL),
    REPRESENTATIVE("representative", PERSON, PROFILE, 0, ORGANIZATION, SHOP, HOUSEHOLD),
    INDUSTRY("industry", TEXT, PROFILE, 120, ORGANIZATION, SHOP),
    COMPANY_SIZE("companySize", TEXT, PROFILE, 60, ORGANIZATION, SHOP),
    MEMBERS("members", PEOPLE, PROFILE, 50, HOUSEHOLD),
    SUPPLIER("supplier", FLAG, PROFILE, 0, ORGANIZATION, SHOP, HOUSEHOLD),
    STATUS("status", CHOICE, CLASSIFICATION, 0),
    CATEGORY("category", CHOICE, CLASSIFICATION, 0),
    SOURCE("source", CHOICE, CLASSIFICATION, 0),
    TIER("tier", CHOICE, CLASSIFICATION, 0),
    OWNER("owner", CHOICE, CLASSIFICATION, 0),
    TEAM("team", CHOICE, CLASSIFICATION, 0),
    TAGS("tags", Type.TAGS, CLASSIFICATION, 60),
    NOTES("notes", LONG_TEXT, CLASSIFICATION, 10_000),
    /** What the company defines itself; a map of values by code, each of which changes on its own. */
    ATTRIBUTES("attributes", Type.ATTRIBUTES, FURTHER, 0);

    /** What a field holds; it decides the check, the input and how the value is shown. */
    public enum Type {
        TEXT,
        LONG_TEXT,
        CODE_TEXT,
        CONSTANT,
        DATE,
        FLAG,
        CHOICE,
        ACCOUNT,
        TAX,
        CITIZEN,
        PHONES,
        EMAILS,
        WEBSITES,
        SOCIALS,
        ADDRESSES,
        PERSON,
        PEOPLE,
        TAGS,
        ATTRIBUTES;

        private static final Set<Type> LISTS = EnumSet.of(PHONES, EMAILS, WEBSITES, SOCIALS, ADDRESSES, PEOPLE, TAGS);

        public boolean isList() {
            return LISTS.contains(this);
        }
    }

    /** The parts of the form, in their order. */
    public enum Section {
        BASIC,
        CONTACT_DETAILS,
        ADDRESS,
        PROFILE,
        CLASSIFICATION,
        FURTHER
    }

    private static final Map<String, CustomerField> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(CustomerField::jsonName, Function.identity()));

    private final String jsonName;
    private final Type type;
    private final Section section;
    private final int limit;
    private final Set<CustomerKind> kinds;

    CustomerField(String jsonName, Type type, Section section, int limit, CustomerKind... kinds) {
        this.jsonName = jsonName;
        this.type = type;
        this.section = section;
        this.limit = limit;
        this.kinds = kinds.length == 0 ? EnumSet.allOf(CustomerKind.class) : EnumSet.copyOf(Arrays.asList(kinds));
    }

    /** The field with this name in JSON, filters and import mappings. */
    public static Optional<CustomerField> named(String jsonName) {
        return Optional.ofNullable(BY_NAME.get(jsonName));
    }

    /** Whether an old value of a field can be given back: kind and stage are changed by a conversion alone. */
    public static boolean isRestorable(String name) {
        return !name.equals(KIND.jsonName) && !name.equals(STAGE.jsonName);
    }

    /** The fields that a kind's form shows in a section, in order. */
    public static List<CustomerField> of(CustomerKind kind, Section section) {
        return Arrays.stream(values())
                .filter(field -> field.section == section && field.kinds.contains(kind))
                .toList();
    }

    public String jsonName() {
        return jsonName;
    }

    public Type type() {
        return type;
    }

    public Section section() {
        return section;
    }

    /** The longest text in characters, or the greatest number of entries of a list (of a tag: its length). */
    public int limit() {
        return limit;
    }

    public Set<CustomerKind> kinds() {
        return kinds;
    }
}
