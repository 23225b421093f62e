package vn.sencrm.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import vn.sencrm.customer.list.SavedFilter;
import vn.sencrm.customer.list.SavedFilterInput;
import vn.sencrm.customer.list.SavedFilters;
import vn.sencrm.web.shell.Notices;
import vn.sencrm.web.shell.Texts;

/** The page on which saved filters are looked over, renamed, shared, put first and deleted. */
@Named
@RequestScoped
public class SavedFiltersBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final String PAGE = "/customer/saved-filters.xhtml?faces-redirect=true";

    @Inject
    transient SavedFilters filters;

    @Inject
    transient FilterTeller teller;

    @Inject
    transient Texts texts;

    @Inject
    transient Notices notices;

    private transient List<SavedFilter> all;
    private transient SavedFilter edited;

    private String edit;
    private int version;
    private String name;
    private boolean shared;
    private boolean opensFirst;

    /** Fills the form with the filter that the address names. */
    public void load() {
        if (edit != null && !edit.isBlank()) {
            edited = filters.get(RecordIds.parse(edit));
            version = edited.version();
            name = edited.name();
            shared = edited.shared();
            opensFirst = edited.opensFirst();
        }
    }

    public List<SavedFilter> getAll() {
        if (all == null) {
            all = filters.all();
        }
        return all;
    }

    /** What a filter says, or why it cannot be used. */
    public String sentence(SavedFilter saved) {
        if (saved.problem() != null && !saved.problem().field().equals("filter")) {
            return texts.error(saved.problem());
        }
        String sentence = teller.sentence(saved.filter());
        return saved.search() == null || saved.problem() != null
                ? sentence
                : texts.message("saved_filter.with_search", saved.search(), sentence);
    }

    /** The filter in the form, null when none is being changed. */
    public SavedFilter getEdited() {
        if (edited == null && edit != null && !edit.isBlank()) {
            edited = filters.get(RecordIds.parse(edit));
        }
        return edited;
    }

    public String save() {
        SavedFilter saved = getEdited();
        if (saved.editable()) {
            saved = filters.change(
                    saved.id(), version, SavedFilterInput.of(saved).named(name, shared));
        }
        filters.openFirst(saved.id(), opensFirst);
        notices.success("saved_filter.message.info.saved", saved.name());
        return PAGE;
    }

    public String delete() {
        SavedFilter gone = getEdited();
        filters.delete(gone.id());
        notices.success("saved_filter.message.info.deleted", gone.name());
        return PAGE;
    }

    public String getEdit() {
        return edit;
    }

    public void setEdit(String edit) {
        this.edit = edit;
    }

    public int getVersion() {
        return version;
    }

    public void setVersion(int version) {
        this.version = version;
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
}
