package vn.sencrm.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import vn.sencrm.common.CrmException;
import vn.sencrm.common.filter.Filter;
import vn.sencrm.common.filter.FilterSentence;
import vn.sencrm.customer.CustomerFilters;
import vn.sencrm.customer.list.FilterChoices;
import vn.sencrm.web.shell.Texts;

/** A filter of customers as a sentence in the user's language, or why it cannot be read any more. */
@Named
@RequestScoped
public class FilterTold {

    @Inject
    CustomerFilters filters;

    @Inject
    FilterChoices found;

    @Inject
    CustomerWords words;

    @Inject
    Texts texts;

    public String sentence(String json) {
        try {
            Filter filter = filters.parse(json);
            return FilterSentence.of(
                    filter, filters.fields(filter), new FilterWords(texts, words, found.names(filter)));
        } catch (CrmException unreadable) {
            return words.problem(unreadable);
        }
    }
}
