package vn.sencrm.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.sencrm.common.CrmException;
import vn.sencrm.common.filter.FilterException;
import vn.sencrm.customer.Address;
import vn.sencrm.customer.CustomerField;
import vn.sencrm.customer.CustomerKind;
import vn.sencrm.customer.CustomerNames;
import vn.sencrm.customer.CustomerStage;
import vn.sencrm.customer.CustomerView;
import vn.sencrm.customer.Gender;
import vn.sencrm.customer.LabelledValue;
import vn.sencrm.customer.Person;
import vn.sencrm.customer.SocialAccount;
import vn.sencrm.customer.attribute.Attribute;
import vn.sencrm.web.shell.Formats;
import vn.sencrm.web.shell.Preferences;
import vn.sencrm.web.shell.Texts;

/** What customers' fields and values are called in the user's language. */
@Named
@RequestScoped
public class CustomerWords {

    private static final Map<String, String> TONES =
            Map.of("blue", "info", "orange", "warn", "green", "ok", "red", "bad", "teal", "brand", "pink", "lotus");

    private final Texts texts;
    private final Formats formats;
    private final Preferences preferences;

    @Inject
    AttributeWords attributes;

    @Inject
    public CustomerWords(Texts texts, Formats formats, Preferences preferences) {
        this.texts = texts;
        this.formats = formats;
        this.preferences = preferences;
    }

    protected CustomerWords() {
        this(null, null, null);
    }

    /** The label of a field by its name in JSON, of an attribute by its name in JSON or in filters. */
    public String field(String name) {
        return Stream.of(Attribute.FILTER_PREFIX, Attribute.JSON_PREFIX)
                .filter(name::startsWith)
                .findFirst()
                .map(prefix -> attributes.label(name.substring(prefix.length())))
                .orElseGet(() -> texts.message("customer.field." + name));
    }

    /** The word for one of a filter field's closed list; the code itself where it is a word already. */
    public String code(String field, String code) {
        if (field.equals("missing")) {
            return field(code);
        }
        if (field.startsWith(Attribute.FILTER_PREFIX)) {
            return attributes.value(field.substring(Attribute.FILTER_PREFIX.length()), code);
        }
        return CustomerField.named(field)
                .filter(own -> own.type() == CustomerField.Type.CONSTANT)
                .map(own -> constant(own, code))
                .orElse(code);
    }

    /** Why a filter cannot be used; an attribute that is gone is called by its name. */
    public String problem(CrmException refused) {
        String name = refused.code().equals(FilterException.UNKNOWN_FIELD)
                ? refused.arguments().get(0).toString()
                : "";
        return name.startsWith(Attribute.FILTER_PREFIX)
                ? texts.error("ATTRIBUTE_GONE", attributes.name(name.substring(Attribute.FILTER_PREFIX.length())))
                : texts.error(refused);
    }

    /** The tone of {@code crm:status} for a catalogue entry's colour. */
    public String tone(String colour) {
        return TONES.getOrDefault(colour == null ? "" : colour, "neutral");
    }

    public String option(CustomerView.Option option) {
        return option == null ? "" : option.name(preferences.getLanguage());
    }

    /** "Zalo" for a network that we know, else as it was typed. */
    public String network(String network) {
        return Networks.KNOWN.contains(network) ? texts.message("customer.network." + network) : network;
    }

    /** A person in one line: name (relation) phone. */
    public String person(Person person) {
        String relation = person.relation() == null ? null : "(" + person.relation() + ")";
        return Stream.of(person.name(), relation, person.phone())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    /** A checked value of a field in one line of text; nothing for none. */
    public String value(CustomerField field, Object value, CustomerNames names) {
        if (value == null) {
            return "";
        }
        if (value instanceof Long id) {
            return names.of(field, id, preferences.getLanguage());
        }
        if (value instanceof List<?> list) {
            return list.stream().map(this::element).collect(Collectors.joining("; "));
        }
        return field.type() == CustomerField.Type.CONSTANT ? constant(field, value.toString()) : element(value);
    }

    /** The word for a constant of a kind, stage or gender. */
    public String constant(CustomerField field, String constant) {
        return switch (field) {
            case KIND -> texts.label(CustomerKind.valueOf(constant));
            case STAGE -> texts.label(CustomerStage.valueOf(constant));
            case GENDER -> texts.label(Gender.valueOf(constant));
            default -> constant;
        };
    }

    /** One element of a list in one line. */
    public String element(Object element) {
        if (element instanceof LabelledValue labelled) {
            return labelled.label() == null ? labelled.value() : labelled.value() + " (" + labelled.label() + ")";
        }
        if (element instanceof Address address) {
            return address.note() == null ? address.line() : address.line() + " (" + address.note() + ")";
        }
        if (element instanceof SocialAccount social) {
            return network(social.network()) + " " + social.id();
        }
        if (element instanceof Person person) {
            return person(person);
        }
        return plain(element);
    }

    private String plain(Object value) {
        if (value instanceof LocalDate date) {
            return formats.date(date);
        }
        return value instanceof Boolean flag
                ? texts.message(Boolean.TRUE.equals(flag) ? "general.yes" : "general.no")
                : value.toString();
    }
}
