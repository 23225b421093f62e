package vn.sencrm.web.customer;

import java.util.Locale;
import vn.sencrm.common.filter.FilterField;
import vn.sencrm.common.filter.FilterLabels;
import vn.sencrm.customer.CustomerChoices;
import vn.sencrm.customer.CustomerField;
import vn.sencrm.web.shell.Texts;

/** What the sentence of a customer filter calls fields and values. */
final class FilterWords implements FilterLabels {

    private final Texts texts;
    private final CustomerWords words;
    private final CustomerChoices choices;

    FilterWords(Texts texts, CustomerWords words, CustomerChoices choices) {
        this.texts = texts;
        this.words = words;
        this.choices = choices;
    }

    @Override
    public Locale locale() {
        return texts.getLocale();
    }

    @Override
    public String field(FilterField field) {
        return words.field(field.name());
    }

    @Override
    public String value(FilterField field, String value) {
        CustomerField own = CustomerField.named(field.name().equals("creator") ? "owner" : field.name())
                .orElse(null);
        if (own == null) {
            return value;
        }
        if (own.type() == CustomerField.Type.CONSTANT) {
            return words.constant(own, value);
        }
        return choices.find(own, value)
                .map(choice -> choice.name(locale().getLanguage()))
                .orElse(value);
    }
}
