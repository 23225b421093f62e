package vn.sencrm.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import vn.sencrm.customer.Address;
import vn.sencrm.customer.CustomerField;
import vn.sencrm.customer.CustomerField.Section;
import vn.sencrm.customer.CustomerView;
import vn.sencrm.customer.LabelledValue;
import vn.sencrm.customer.Person;
import vn.sencrm.customer.SocialAccount;
import vn.sencrm.customer.attribute.Attribute;
import vn.sencrm.customer.attribute.AttributeType;
import vn.sencrm.web.shell.Formats;
import vn.sencrm.web.shell.Texts;

/** The fields of one customer as the detail page shows them, in the order of the form. */
@RequestScoped
class CustomerFacts {

    /**
     * A field and what it holds; without items it is empty.
     *
     * @param name the field's name in JSON, {@code attributes.<code>} for an attribute
     */
    public record Fact(String name, List<Item> items) {}

    /**
     * One value.
     *
     * @param link where it leads, or null
     * @param note what it is for, or null
     * @param picture whether the link leads to a picture, which is shown
     */
    public record Item(String text, String link, String note, boolean picture) {

        Item(String text, String link, String note) {
            this(text, link, note, false);
        }

        static Item of(String text) {
            return new Item(text, null, null);
        }
    }

    /** Shown elsewhere on the page, or one by one. */
    private static final List<CustomerField> ELSEWHERE = List.of(
            CustomerField.CODE,
            CustomerField.KIND,
            CustomerField.STAGE,
            CustomerField.NAME,
            CustomerField.TAGS,
            CustomerField.ATTRIBUTES);

    @Inject
    CustomerWords words;

    @Inject
    AttributeWords attributes;

    @Inject
    Texts texts;

    @Inject
    Formats formats;

    List<Fact> of(CustomerView customer) {
        List<Fact> facts = new ArrayList<>();
        for (Section section : Section.values()) {
            for (CustomerField field : CustomerField.of(customer.kind(), section)) {
                if (!ELSEWHERE.contains(field)) {
                    facts.add(new Fact(field.jsonName(), items(customer, field)));
                }
            }
        }
        facts.addAll(attributes(customer));
        return facts;
    }

    /** Those of the customer's kind, and whatever else has a value: an archived one, one of another kind. */
    private List<Fact> attributes(CustomerView customer) {
        Set<String> codes = new LinkedHashSet<>();
        attributes.definitions().of(customer.kind()).forEach(attribute -> codes.add(attribute.code()));
        codes.addAll(customer.attributes().keySet());
        return codes.stream()
                .map(code -> new Fact(
                        Attribute.JSON_PREFIX + code,
                        attribute(code, customer.attributes().get(code))))
                .toList();
    }

    private List<Item> attribute(String code, Object value) {
        String text = attributes.value(code, value);
        AttributeType type =
                attributes.definitions().find(code).map(Attribute::type).orElse(null);
        return value == null || type == null || !type.isFile()
                ? text(text)
                : List.of(new Item(text, "files?id=" + value, null, type == AttributeType.PHOTO));
    }

    private List<Item> items(CustomerView customer, CustomerField field) {
        return switch (field) {
            case PHONES -> list(customer.phones(), value -> labelled(value, "tel:" + digits(value.value())));
            case EMAILS -> list(customer.emails(), value -> labelled(value, "mailto:" + value.value()));
            case WEBSITES -> list(customer.websites(), value -> labelled(value, web(value.value())));
            case SOCIALS -> list(customer.socials(), this::social);
            case ADDRESSES -> list(customer.addresses(), CustomerFacts::address);
            case MEMBERS -> list(customer.members(), this::person);
            case REPRESENTATIVE ->
                customer.representative() == null ? List.of() : List.of(person(customer.representative()));
            case ACCOUNT -> account(customer.account());
            default -> text(single(customer, field));
        };
    }

    private String single(CustomerView customer, CustomerField field) {
        return switch (field) {
            case GENDER -> texts.label(customer.gender());
            case BIRTHDAY -> formats.date(customer.birthday());
            case CITIZEN_ID -> customer.citizenId();
            case TAX_CODE -> customer.taxCode();
            case JOB_TITLE -> customer.jobTitle();
            case INDUSTRY -> customer.industry();
            case COMPANY_SIZE -> customer.companySize();
            case SUPPLIER -> customer.supplier() ? texts.message("general.yes") : null;
            case STATUS -> words.option(customer.status());
            case CATEGORY -> words.option(customer.category());
            case SOURCE -> words.option(customer.source());
            case TIER -> words.option(customer.tier());
            case OWNER -> customer.owner() == null ? null : customer.owner().fullName();
            case TEAM -> customer.team();
            case NOTES -> customer.notes();
            default -> null;
        };
    }

    private static List<Item> text(String text) {
        return text == null || text.isEmpty() ? List.of() : List.of(Item.of(text));
    }

    private static <T> List<Item> list(List<T> values, Function<T, Item> item) {
        return values.stream().map(item).toList();
    }

    private static Item labelled(LabelledValue value, String link) {
        return new Item(value.value(), link, value.label());
    }

    private Item social(SocialAccount account) {
        String link = account.id().toLowerCase(Locale.ROOT).startsWith("http") ? web(account.id()) : null;
        return new Item(account.id(), link, words.network(account.network()));
    }

    private static Item address(Address address) {
        return new Item(address.line(), null, address.note());
    }

    private Item person(Person person) {
        String link = person.phone() == null ? null : "tel:" + digits(person.phone());
        return new Item(words.person(person), link, null);
    }

    private static List<Item> account(CustomerView.AccountRef account) {
        return account == null
                ? List.of()
                : List.of(new Item(account.name(), "detail.xhtml?id=" + account.id(), account.code()));
    }

    private static String digits(String phone) {
        return phone.replaceAll("[^+0-9]", "");
    }

    /** Never anything but a web address, whatever was typed. */
    private static String web(String typed) {
        String lower = typed.toLowerCase(Locale.ROOT);
        return lower.startsWith("http://") || lower.startsWith("https://") ? typed : "https://" + typed;
    }
}
