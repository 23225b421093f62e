package vn.sencrm.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import vn.sencrm.customer.CustomerSort;
import vn.sencrm.customer.CustomerStage;
import vn.sencrm.customer.list.SavedFilter;
import vn.sencrm.customer.list.SavedFilterInput;
import vn.sencrm.customer.list.SavedFilters;
import vn.sencrm.customer.list.UserLists;

/**
 * The columns of a list: those of the saved filter that it began with, where that brings its own, else those that the
 * user chose for the list of the stage.
 */
@Named
@RequestScoped
public class ColumnsBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    /** A column in the form that chooses them. */
    public record Offer(ListColumn column, boolean chosen) {}

    @Inject
    transient ListColumns columns;

    @Inject
    transient UserLists lists;

    @Inject
    transient SavedFilters filters;

    @Inject
    transient ExternalContext external;

    private transient List<ListColumn> shown = List.of();
    private transient SavedFilter owner;
    private transient boolean usual;

    /**
     * Told by the list what it shows.
     *
     * @param saved what the list began with, or null
     */
    void beginWith(CustomerStage stage, SavedFilter saved, CustomerSort sort) {
        owner = saved != null && saved.columns() != null ? saved : null;
        List<String> names = owner == null ? lists.columns(stage).orElse(null) : owner.columns();
        usual = names == null;
        shown = withOrder(columns.chosen(names), sort);
    }

    /** The order that a list is in can be seen, whatever was chosen. */
    private List<ListColumn> withOrder(List<ListColumn> chosen, CustomerSort sort) {
        boolean isSeen = !columns.isColumn(sort.field())
                || chosen.stream().anyMatch(column -> column.name().equals(sort.field()));
        if (isSeen) {
            return chosen;
        }
        List<ListColumn> all = new ArrayList<>(chosen);
        all.add(columns.column(sort.field()));
        return all;
    }

    public List<ListColumn> getShown() {
        return shown;
    }

    /** Whether these are the columns of everybody who has chosen nothing. */
    public boolean isUsual() {
        return usual;
    }

    /** The chosen ones in their order, then the others. */
    public List<Offer> getOffers() {
        List<Offer> offers = new ArrayList<>();
        shown.forEach(column -> offers.add(new Offer(column, true)));
        columns.all().stream()
                .filter(column -> !shown.contains(column))
                .forEach(column -> offers.add(new Offer(column, false)));
        return offers;
    }

    /** The names of those that are shown, as the form that saves a filter sends them. */
    public String getNames() {
        return shown.stream().map(ListColumn::name).collect(Collectors.joining(","));
    }

    /** The saved filter that the form changes the columns of, or null when it changes the user's own list. */
    public SavedFilter getOwner() {
        return owner != null && owner.editable() ? owner : null;
    }

    /** Keeps the columns that the form sent, in its order. */
    public void apply() throws IOException {
        keep(Arrays.stream(external.getRequestParameterValuesMap().getOrDefault("column", new String[0]))
                .filter(columns::isColumn)
                .toList());
    }

    /** Gives the list the columns of everybody again. */
    public void reset() throws IOException {
        keep(List.of());
    }

    private void keep(List<String> names) throws IOException {
        ListAddress address = new ListAddress(
                parameter("stage"), parameter("q"), parameter("filter"), parameter("sort"), null, parameter("saved"));
        SavedFilter saved = filters.all().stream()
                .filter(filter -> Long.toString(filter.id()).equals(address.saved()) && filter.columns() != null)
                .findFirst()
                .orElse(null);
        if (saved != null && saved.editable()) {
            filters.change(
                    saved.id(),
                    saved.version(),
                    SavedFilterInput.of(saved).withColumns(names.isEmpty() ? null : names));
        } else {
            lists.setColumns(SavedFilterBacking.stage(address.stage()), names);
        }
        external.redirect(
                (saved == null || saved.editable() ? address : address.withSaved(ListAddress.NONE)).toString());
    }

    private String parameter(String name) {
        return external.getRequestParameterMap().getOrDefault(name, "");
    }
}
