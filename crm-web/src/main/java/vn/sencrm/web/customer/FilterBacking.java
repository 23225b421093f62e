package vn.sencrm.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import vn.sencrm.common.CrmException;
import vn.sencrm.common.filter.Filter;
import vn.sencrm.common.filter.FilterException;
import vn.sencrm.common.filter.FilterFields;
import vn.sencrm.customer.CustomerFilters;
import vn.sencrm.customer.CustomerReferences;
import vn.sencrm.customer.list.FilterChoice;
import vn.sencrm.customer.list.FilterChoices;
import vn.sencrm.web.shell.Preferences;
import vn.sencrm.web.shell.Texts;

/** What the filter builder asks for: the fields, what a filter's values are called, whether a filter can be run. */
@Named
@RequestScoped
public class FilterBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int MOST_HITS = 10;

    private static final List<String> PERIODS = List.of(
            "today",
            "yesterday",
            "tomorrow",
            "thisWeek",
            "lastWeek",
            "nextWeek",
            "thisMonth",
            "lastMonth",
            "nextMonth",
            "thisQuarter",
            "lastQuarter",
            "nextQuarter",
            "thisYear",
            "lastYear",
            "nextYear");

    @Inject
    transient FilterChoices found;

    @Inject
    transient CustomerFilters filters;

    @Inject
    transient CustomerReferences references;

    @Inject
    transient FilterTeller teller;

    @Inject
    transient CustomerWords words;

    @Inject
    transient Texts texts;

    @Inject
    transient Preferences preferences;

    @Inject
    transient ExternalContext external;

    private transient FilterFields fields;

    /** The fields, and the names of the values in the filter of the address. */
    public String getDescription() {
        FilterDescription description = new FilterDescription(fields(), references.choices(), found, words, texts);
        JsonObjectBuilder json = Json.createObjectBuilder().add("fields", description.toJson());
        try {
            json.add("names", names(filter()));
        } catch (CrmException broken) {
            json.add("problem", problem(broken));
        }
        return json.build().toString();
    }

    /** Whether the filter of the address can be run, and its sentence; else where and why not. */
    public String getVerdict() {
        JsonObjectBuilder json = Json.createObjectBuilder();
        try {
            json.add("sentence", teller.sentence(filter()));
        } catch (CrmException refused) {
            json.add("problem", problem(refused));
        }
        return json.build().toString();
    }

    /** What matches the words typed for a field. */
    public List<FilterChoice> getHits() {
        return found.find(parameter("field"), parameter("q"), MOST_HITS);
    }

    /** The calendar's periods, in the order in which they are offered. */
    public List<String> getPeriods() {
        return PERIODS;
    }

    private JsonObjectBuilder names(Filter filter) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        found.names(filter).forEach((field, names) -> json.add(field, names(names)));
        return json;
    }

    private JsonObjectBuilder names(Map<String, FilterChoice> names) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        names.forEach((value, choice) -> json.add(value, choice.name(preferences.getLanguage())));
        return json;
    }

    private JsonObjectBuilder problem(CrmException refused) {
        String path = refused instanceof FilterException failed ? failed.path() : "";
        return Json.createObjectBuilder().add("path", path).add("text", words.problem(refused));
    }

    private Filter filter() {
        return filters.parse(parameter("filter"));
    }

    private FilterFields fields() {
        if (fields == null) {
            fields = filters.fields();
        }
        return fields;
    }

    private String parameter(String name) {
        return external.getRequestParameterMap().getOrDefault(name, "");
    }
}
