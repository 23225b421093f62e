package vn.sencrm.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import vn.sencrm.common.CrmException;
import vn.sencrm.common.filter.Filter;
import vn.sencrm.common.filter.FilterSentence;
import vn.sencrm.customer.CustomerFilters;
import vn.sencrm.customer.list.FilterChoices;
import vn.sencrm.web.shell.Texts;

/** Filters of customers as sentences in the user's language. */
@RequestScoped
public class FilterTeller {

    @Inject
    CustomerFilters filters;

    @Inject
    FilterChoices found;

    @Inject
    CustomerWords words;

    @Inject
    Texts texts;

    String sentence(Filter filter) {
        return FilterSentence.of(filter, filters.fields(filter), new FilterWords(texts, words, found.names(filter)));
    }

    /** What a filter's JSON says, or why it cannot be used. */
    public String sentence(String json) {
        try {
            return sentence(filters.parse(json));
        } catch (CrmException unreadable) {
            return words.problem(unreadable);
        }
    }
}
