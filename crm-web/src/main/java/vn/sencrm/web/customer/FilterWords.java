package vn.sencrm.web.customer;

import java.util.Locale;
import java.util.Map;
import vn.sencrm.common.filter.FilterField;
import vn.sencrm.common.filter.FilterLabels;
import vn.sencrm.common.filter.FilterType;
import vn.sencrm.customer.list.FilterChoice;
import vn.sencrm.web.shell.Texts;

/** What the sentence of a customer filter calls fields and values. */
final class FilterWords implements FilterLabels {

    private final Texts texts;
    private final CustomerWords words;
    private final Map<String, Map<String, FilterChoice>> names;

    /** @param names by field, what the filter's references are called */
    FilterWords(Texts texts, CustomerWords words, Map<String, Map<String, FilterChoice>> names) {
        this.texts = texts;
        this.words = words;
        this.names = names;
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
        if (field.type() == FilterType.CODE) {
            return words.code(field.name(), value);
        }
        FilterChoice named = names.getOrDefault(field.name(), Map.of()).get(value);
        return named == null ? value : named.name(locale().getLanguage());
    }
}
