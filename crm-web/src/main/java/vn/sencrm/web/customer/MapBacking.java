package vn.sencrm.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import vn.sencrm.common.CrmException;
import vn.sencrm.common.filter.Filter;
import vn.sencrm.customer.CustomerFilters;
import vn.sencrm.customer.CustomerStage;
import vn.sencrm.customer.map.MapConfig;
import vn.sencrm.web.shell.Texts;

/** The map of the customers of a list (MAP-1): its address has the list's own parameters; what it shows it fetches. */
@Named
@RequestScoped
public class MapBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient FilterTeller teller;

    @Inject
    transient CustomerFilters filters;

    @Inject
    transient MapConfig config;

    @Inject
    transient Texts texts;

    @Inject
    transient FacesContext faces;

    private String stage;
    private String search;
    private String filter;
    private transient Filter parsed = Filter.ALL;

    /** Reads the address; a filter that cannot be read is said and left out. */
    public void load() {
        stage = Arrays.stream(CustomerStage.values())
                .map(Enum::name)
                .filter(name -> name.equals(stage))
                .findFirst()
                .orElse(null);
        try {
            parsed = filters.parse(filter);
        } catch (CrmException unreadable) {
            parsed = Filter.ALL;
            String text = texts.message("customer_map.message.warn.filter");
            faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_WARN, text, null));
        }
        filter = parsed.equals(Filter.ALL) ? null : parsed.toJson();
    }

    /** "Lead" or "Tất cả khách hàng". */
    public String getWhich() {
        return texts.message("customer_list.title." + (stage == null ? "ALL" : stage));
    }

    /** The filter in words; nothing without one. */
    public String getSentence() {
        return parsed.equals(Filter.ALL) ? "" : teller.sentence(parsed);
    }

    /** The list of the same customers. */
    public String getList() {
        return new ListAddress(stage, search, filter, null, null, null).toString();
    }

    public String getTileUrl() {
        return config.tileUrl();
    }

    public String getTileAttribution() {
        return config.tileAttribution();
    }

    public String getStage() {
        return stage;
    }

    public void setStage(String stage) {
        this.stage = stage;
    }

    public String getSearch() {
        return search;
    }

    public void setSearch(String search) {
        this.search = search;
    }

    public String getFilter() {
        return filter;
    }

    public void setFilter(String filter) {
        this.filter = filter;
    }
}
