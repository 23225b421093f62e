package vn.sencrm.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import vn.sencrm.customer.attribute.Attribute;
import vn.sencrm.customer.attribute.AttributeService;
import vn.sencrm.customer.attribute.AttributeType;
import vn.sencrm.customer.attribute.Attributes;
import vn.sencrm.web.shell.Formats;
import vn.sencrm.web.shell.Preferences;
import vn.sencrm.web.shell.Texts;

/**
 * What attributes and their values are called in the user's language. What is not defined any more is called by its
 * code; a value that does not fit its type, by itself.
 */
@Named
@RequestScoped
public class AttributeWords {

    private static final String ISO_DATE = "\\d{4}-\\d\\d-\\d\\d";

    @Inject
    AttributeService service;

    @Inject
    Preferences preferences;

    @Inject
    Formats formats;

    @Inject
    Texts texts;

    private Attributes definitions;

    public Attributes definitions() {
        if (definitions == null) {
            definitions = service.recent();
        }
        return definitions;
    }

    /** Its name, or its code when there is none of it any more. */
    public String name(String code) {
        return definitions()
                .find(code)
                .map(attribute -> attribute.name(preferences.getLanguage()))
                .orElse(code);
    }

    /** What stands before a value: the name, or that it is an attribute when there is none of it any more. */
    public String label(String code) {
        return definitions().find(code).isPresent() ? name(code) : texts.message("attribute.deleted", code);
    }

    /** What can be chosen for an attribute now, yes and no among it. */
    public List<Attribute.Choice> choices(Attribute attribute) {
        if (attribute.type() == AttributeType.YES_NO) {
            return List.of(yesNo("true", "general.yes"), yesNo("false", "general.no"));
        }
        return attribute.choices().stream().filter(choice -> !choice.archived()).toList();
    }

    private Attribute.Choice yesNo(String code, String key) {
        String word = texts.message(key);
        return new Attribute.Choice(code, word, word, false);
    }

    /** A value in one line of text; empty for none. */
    public String value(String code, Object value) {
        if (value == null) {
            return "";
        }
        Attribute attribute = definitions().find(code).orElse(null);
        if (value instanceof List<?> list) {
            return list.stream().map(one -> single(attribute, one)).collect(Collectors.joining(", "));
        }
        return single(attribute, value);
    }

    private String single(Attribute attribute, Object value) {
        if (value instanceof Boolean flag) {
            return texts.message(Boolean.TRUE.equals(flag) ? "general.yes" : "general.no");
        }
        AttributeType type = attribute == null ? null : attribute.type();
        if (value instanceof BigDecimal number) {
            return type != null && type.isFile()
                    ? texts.message("attribute.file", number.toPlainString())
                    : number(number);
        }
        String text = value.toString();
        if (type == AttributeType.DATE && text.matches(ISO_DATE)) {
            return formats.date(LocalDate.parse(text));
        }
        return type == null || !type.isChoice()
                ? text
                : attribute
                        .choice(text)
                        .map(choice -> choice.name(preferences.getLanguage()))
                        .orElse(text);
    }

    /** 1.234,5 in Vietnamese, 1,234.5 in English. */
    private String number(BigDecimal number) {
        NumberFormat format = NumberFormat.getNumberInstance(texts.getLocale());
        format.setMaximumFractionDigits(number.scale());
        return format.format(number);
    }
}
