package vn.sencrm.web.importing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import vn.sencrm.importing.NamedMapping;
import vn.sencrm.importing.NamedMappings;

/** The mappings that are kept by name, beside the columns of an import. */
@Named
@RequestScoped
public class ImportMappingBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient NamedMappings mappings;

    @Inject
    transient ImportRunBacking runBacking;

    private transient List<NamedMapping> all;
    private Long chosen;
    private String name;
    private boolean shared;

    public List<NamedMapping> getAll() {
        if (all == null) {
            all = mappings.all(runBacking.getRun().type());
        }
        return all;
    }

    /** The one whose titles and fields are those of the import; null for none. */
    public NamedMapping getUsed() {
        return getAll().stream()
                .filter(mapping -> mapping.headers().equals(runBacking.getRun().headers())
                        && mapping.mapping().equals(runBacking.getRun().mapping()))
                .findFirst()
                .orElse(null);
    }

    public String apply() {
        if (chosen != null) {
            mappings.apply(runBacking.getId(), chosen);
        }
        return here();
    }

    public String keep() {
        mappings.keep(runBacking.getId(), name, shared);
        return here();
    }

    public String delete() {
        if (chosen != null) {
            mappings.delete(chosen);
        }
        return here();
    }

    private String here() {
        return "/importing/run.xhtml?faces-redirect=true&id=" + runBacking.getId();
    }

    public Long getChosen() {
        return chosen == null && getUsed() != null ? Long.valueOf(getUsed().id()) : chosen;
    }

    public void setChosen(Long chosen) {
        this.chosen = chosen;
    }

    public String getName() {
        return name == null && getUsed() != null ? getUsed().name() : name;
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
}
