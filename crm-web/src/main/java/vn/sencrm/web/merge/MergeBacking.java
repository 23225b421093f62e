package vn.sencrm.web.merge;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import vn.sencrm.audit.Cause;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.customer.CustomerSnapshot;
import vn.sencrm.merge.Merge;
import vn.sencrm.merge.MergeMode;
import vn.sencrm.merge.MergeProposal;
import vn.sencrm.merge.MergeRequest;
import vn.sencrm.merge.MergeService;
import vn.sencrm.web.shell.Notices;

/**
 * "Sáp nhập": two customers side by side and what they become, field by field (MRG-3). The first id of the address is the
 * master. Which value each field takes, or what was typed for it, comes back with the form.
 */
@Named
@RequestScoped
public class MergeBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient MergeService merges;

    @Inject
    transient MergeRows rows;

    @Inject
    transient MergeWords words;

    @Inject
    transient Notices notices;

    @Inject
    transient ExternalContext external;

    private transient MergeProposal proposal;
    private transient List<MergeRow> shown;

    /** Reads both, so that a page of none is answered 404 before anything is shown. */
    public void open() {
        getProposal();
    }

    public MergeProposal getProposal() {
        if (proposal == null) {
            List<Long> ids = ids();
            proposal = merges.propose(ids.get(0), ids.get(1), Map.of());
        }
        return proposal;
    }

    private List<Long> ids() {
        String text = parameters().getOrDefault("ids", "");
        if (!text.matches("\\d{1,18},\\d{1,18}")) {
            throw new NotFoundException("customer", text);
        }
        return List.of(
                Long.valueOf(text.substring(0, text.indexOf(','))),
                Long.valueOf(text.substring(text.indexOf(',') + 1)));
    }

    public CustomerSnapshot getMaster() {
        return getProposal().master();
    }

    public CustomerSnapshot getSlave() {
        return getProposal().slave();
    }

    /** The address with master and slave the other way round. */
    public String getSwapped() {
        return "merge.xhtml?ids=" + getSlave().id() + "," + getMaster().id();
    }

    public List<MergeRow> getRows() {
        if (shown == null) {
            shown = rows.of(getProposal());
        }
        return shown;
    }

    /** Whether the slave's kind was chosen for the result. */
    public boolean isSlavesKind() {
        return rows.isSlavesKind();
    }

    /** Fields with a value for which the master's kind has no place; empty for none. */
    public String getDroppedByMaster() {
        return words.labels(getProposal().droppedByMaster());
    }

    /** The same of the slave's kind. */
    public String getDroppedBySlave() {
        return words.labels(getProposal().droppedBySlave());
    }

    /** Merges the versions that were shown, and shows the master. */
    public void merge() throws IOException {
        List<Long> ids = ids();
        Merge merge = merges.merge(new MergeRequest(
                MergeMode.MERGE,
                ids.get(0),
                List.of(ids.get(1)),
                Map.of(ids.get(0), version("version"), ids.get(1), version("otherVersion")),
                rows.choose(ids.get(0), ids.get(1)),
                rows.typed(getProposal()),
                Cause.FORM));
        notices.success("merge.message.info.merged", merge.slaves().get(0).name(), merge.masterName());
        external.redirect(external.getRequestContextPath() + "/customer/detail.xhtml?id=" + merge.masterId());
    }

    private int version(String name) {
        String text = parameters().getOrDefault(name, "");
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }

    private Map<String, String> parameters() {
        return external.getRequestParameterMap();
    }
}
