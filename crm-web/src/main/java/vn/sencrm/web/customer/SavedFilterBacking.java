package vn.sencrm.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.sencrm.customer.CustomerStage;
import vn.sencrm.customer.list.SavedFilter;
import vn.sencrm.customer.list.SavedFilterInput;
import vn.sencrm.customer.list.SavedFilters;
import vn.sencrm.web.shell.Notices;

/** The saved filters of a list: which there are, which one it began with, and the form that keeps another. */
@Named
@RequestScoped
public class SavedFilterBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient SavedFilters filters;

    @Inject
    transient Notices notices;

    @Inject
    transient ExternalContext external;

    private transient List<SavedFilter> all;
    private transient ListAddress address;

    private String name;
    private boolean shared;
    private boolean opensFirst;
    private boolean withColumns;

    /** Told by the list what it shows, before the page asks for anything. */
    void beginWith(ListAddress shown) {
        address = shown;
        current().ifPresent(saved -> {
            name = saved.mine() ? saved.name() : null;
            shared = saved.mine() && saved.shared();
            opensFirst = saved.opensFirst();
            withColumns = saved.columns() != null;
        });
    }

    /** The saved filter that the list began with, if the user may see it. */
    Optional<SavedFilter> current() {
        String saved = address == null ? null : address.saved();
        return getAll().stream()
                .filter(filter -> Long.toString(filter.id()).equals(saved))
                .findFirst();
    }

    /** Whether a list of this stage begins with a filter, and its address must say when it shall not. */
    boolean isOpenedFirst(String stage) {
        return getAll().stream().anyMatch(filter -> filter.opensFirst() && Objects.equals(name(filter.stage()), stage));
    }

    public List<SavedFilter> getAll() {
        if (all == null) {
            all = filters.all();
        }
        return all;
    }

    public List<SavedFilter> getMine() {
        return getAll().stream().filter(SavedFilter::mine).toList();
    }

    public List<SavedFilter> getOthers() {
        return getAll().stream().filter(filter -> !filter.mine()).toList();
    }

    public SavedFilter getCurrent() {
        return current().orElse(null);
    }

    /** Whether the list shows something else now than the saved filter that it began with. */
    public boolean isChanged() {
        return current()
                .filter(saved -> !ListAddress.of(saved).equals(address.at(null)))
                .isPresent();
    }

    /** Whether what is shown can be kept under the name that it has. */
    public boolean isReplaceable() {
        return current().filter(SavedFilter::editable).isPresent();
    }

    /** Keeps what the list shows under a new name. */
    public void saveNew() throws IOException {
        finish(filters.create(input()));
    }

    /** Keeps what the list shows in the filter that it began with. */
    public void replace() throws IOException {
        SavedFilter saved = filters.get(RecordIds.parse(parameter("saved")));
        finish(filters.change(saved.id(), saved.version(), input()));
    }

    private void finish(SavedFilter saved) throws IOException {
        filters.openFirst(saved.id(), opensFirst);
        notices.success("saved_filter.message.info.saved", saved.name());
        external.redirect(ListAddress.of(saved).toString());
    }

    private SavedFilterInput input() {
        List<String> columns = Arrays.stream(parameter("columns").split(","))
                .filter(column -> !column.isBlank())
                .toList();
        return new SavedFilterInput(
                name,
                stage(parameter("stage")),
                parameter("filter"),
                parameter("q"),
                parameter("sort"),
                withColumns ? columns : null,
                shared);
    }

    static CustomerStage stage(String name) {
        return Arrays.stream(CustomerStage.values())
                .filter(stage -> stage.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static String name(CustomerStage stage) {
        return stage == null ? null : stage.name();
    }

    private String parameter(String name) {
        return external.getRequestParameterMap().getOrDefault(name, "");
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public boolean isShared() {
        return shared;
    }

    public void setShared(boolean shared) {
        this.shared = shared;
    }

    public boolean isOpensFirst() {
        return opensFirst;
    }

    public void setOpensFirst(boolean opensFirst) {
        this.opensFirst = opensFirst;
    }

    public boolean isWithColumns() {
        return withColumns;
    }

    public void setWithColumns(boolean withColumns) {
        this.withColumns = withColumns;
    }
}
