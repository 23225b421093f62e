package vn.sencrm.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import vn.sencrm.customer.CustomerChoices;
import vn.sencrm.customer.CustomerField;
import vn.sencrm.customer.CustomerReferences;
import vn.sencrm.customer.Gender;
import vn.sencrm.customer.attribute.Attribute;
import vn.sencrm.customer.attribute.AttributeFiles;
import vn.sencrm.customer.attribute.AttributeType;
import vn.sencrm.web.shell.Texts;

/** The inputs of the form that is open: what each is called, which part of a page shows it, what can be chosen. */
@Named
@RequestScoped
public class CustomerInputsBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient CustomerEditBacking editor;

    @Inject
    transient CustomerReferences references;

    @Inject
    transient AttributeWords attributes;

    @Inject
    transient AttributeFiles files;

    @Inject
    transient Texts texts;

    private transient CustomerChoices choices;

    /** The part of the page that shows a field of this type. */
    public String input(CustomerField field) {
        String part =
                switch (field.type()) {
                    case PHONES, EMAILS, WEBSITES -> "values";
                    case ACCOUNT -> "account";
                    case PERSON, PEOPLE -> "people";
                    case LONG_TEXT -> "long";
                    case CHOICE, CONSTANT -> "choice";
                    case SOCIALS, ADDRESSES, FLAG -> field.type().name().toLowerCase(texts.getLocale());
                    default -> "text";
                };
        return "/WEB-INF/customer/input-" + part + ".xhtml";
    }

    /** What a kind calls the field, where it has a word of its own for it. */
    public String label(CustomerField field) {
        String key = "customer.field." + field.jsonName();
        String own = texts.message(key + "." + editor.getKind());
        return own.endsWith("." + editor.getKind()) ? texts.message(key) : own;
    }

    /** What a field or attribute is called, by its name in JSON. */
    public String label(String name) {
        return name.startsWith(Attribute.JSON_PREFIX)
                ? attributes.label(name.substring(Attribute.JSON_PREFIX.length()))
                : CustomerField.named(name).map(this::label).orElse(name);
    }

    /** How a field is filled in, where that does not go without saying. */
    public String hint(CustomerField field) {
        return switch (field) {
            case CODE -> editor.isNew() ? texts.message("customer_edit.hint.code") : null;
            case TAGS -> texts.message("customer_edit.hint.tags");
            default -> null;
        };
    }

    /** The part of the page that shows an attribute of this type. */
    public String attributeInput(Attribute attribute) {
        String part =
                switch (attribute.type()) {
                    case TEXT -> "long";
                    case NUMBER, DATE -> "line";
                    case YES_NO, CHOICE -> "choice";
                    case MULTI_CHOICE -> "choices";
                    case PHOTO, VIDEO -> "file";
                };
        return "/WEB-INF/customer/attribute-" + part + ".xhtml";
    }

    /** What can be chosen; what the customer has stays among it when it was archived. */
    public List<Attribute.Choice> choices(Attribute attribute) {
        if (attribute.type() == AttributeType.YES_NO) {
            return attributes.choices(attribute);
        }
        Object base = editor.base().input(attribute);
        return attribute.choices().stream()
                .filter(choice -> !choice.archived()
                        || choice.code().equals(base)
                        || base instanceof List<?> list && list.contains(choice.code()))
                .toList();
    }

    public int maxMegabytes(Attribute attribute) {
        return files.maxMegabytes(attribute.type());
    }

    /** What can be chosen for a field; the value that it has stays among them when it was archived. */
    public List<CustomerChoices.Choice> options(CustomerField field) {
        List<CustomerChoices.Choice> options = field.type() == CustomerField.Type.CONSTANT
                ? constants(field)
                : choices().of(field);
        String base = editor.base().getTexts().getOrDefault(field.jsonName(), "");
        if (base.isEmpty() || options.stream().anyMatch(option -> option.code().equals(base))) {
            return options;
        }
        CustomerChoices.Choice own =
                references.find(field, base).orElseGet(() -> new CustomerChoices.Choice(field, base, base, base, null));
        return Stream.concat(options.stream(), Stream.of(own)).toList();
    }

    private List<CustomerChoices.Choice> constants(CustomerField field) {
        List<? extends Enum<?>> all = field == CustomerField.STAGE ? editor.getStages() : List.of(Gender.values());
        return all.stream()
                .map(one -> new CustomerChoices.Choice(field, one.name(), texts.label(one), texts.label(one), null))
                .toList();
    }

    public List<String> networks(String own) {
        return with(Networks.KNOWN, own);
    }

    private static List<String> with(List<String> all, String own) {
        return own == null || own.isEmpty() || all.contains(own)
                ? all
                : Stream.concat(all.stream(), Stream.of(own)).toList();
    }

    private CustomerChoices choices() {
        if (choices == null) {
            choices = references.choices();
        }
        return choices;
    }
}
