package vn.sencrm.web.merge;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.customer.CustomerDocument;
import vn.sencrm.customer.CustomerNames;
import vn.sencrm.customer.FieldConflict;
import vn.sencrm.identity.Right;
import vn.sencrm.merge.Merge;
import vn.sencrm.merge.MergeRefusedException;
import vn.sencrm.merge.MergeService;
import vn.sencrm.merge.MergeUndo;
import vn.sencrm.web.shell.Notices;
import vn.sencrm.web.shell.Texts;

/** One merge: who became whom, what undoing it would leave as it is (MRG-5), and the undo. Also the merges of a customer. */
@Named
@RequestScoped
public class MergedBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final String RESTORE = "restore";
    private static final int LIST = 20;

    /** A field that was changed since: by the merge, now, and before. */
    public record Conflict(String name, String label, String merged, String now, String before, boolean restore) {}

    @Inject
    transient MergeService merges;

    @Inject
    transient MergeWords words;

    @Inject
    transient Texts texts;

    @Inject
    transient Notices notices;

    @Inject
    transient ExternalContext external;

    private transient Merge merge;
    private transient MergeUndo undo;
    private transient String refusal;
    private transient List<Merge> list;

    public void open() {
        getMerge();
    }

    public Merge getMerge() {
        if (merge == null) {
            merge = merges.get(id());
        }
        return merge;
    }

    private long id() {
        String text = external.getRequestParameterMap().getOrDefault("id", "");
        if (!text.matches("\\d{1,18}")) {
            throw new NotFoundException("merge", text);
        }
        return Long.parseLong(text);
    }

    /** Why the merge cannot be undone now; empty when it can. */
    public String getRefusal() {
        if (refusal == null) {
            look();
        }
        return refusal;
    }

    private void look() {
        refusal = "";
        if (getMerge().isUndone()) {
            return;
        }
        try {
            undo = merges.previewUndo(id());
        } catch (MergeRefusedException refused) {
            refusal = texts.error(refused);
        }
    }

    public boolean isUndoable() {
        return getRefusal().isEmpty() && undo != null;
    }

    public List<MergeUndo.Left> getLeft() {
        return isUndoable() ? undo.left() : List.of();
    }

    public List<Conflict> getConflicts() {
        if (!isUndoable()) {
            return List.of();
        }
        Set<String> chosen = chosen();
        return undo.conflicts().stream()
                .map(conflict -> conflict(conflict, chosen))
                .toList();
    }

    private Conflict conflict(FieldConflict conflict, Set<String> chosen) {
        CustomerDocument merged = document(conflict, conflict.base());
        CustomerDocument now = document(conflict, conflict.theirs());
        CustomerDocument before = document(conflict, conflict.mine());
        CustomerNames names = words.names(List.of(merged, now, before));
        String name = conflict.name();
        return new Conflict(
                name,
                words.label(name),
                words.value(merged, name, names),
                words.value(now, name, names),
                words.value(before, name, names),
                chosen.contains(name));
    }

    private static CustomerDocument document(FieldConflict conflict, Object value) {
        CustomerDocument document = new CustomerDocument();
        if (conflict.attribute() == null) {
            document.put(conflict.field(), value);
        } else if (value != null) {
            document.put(conflict.field(), Map.of(conflict.attribute(), value));
        }
        return document;
    }

    private Set<String> chosen() {
        String[] sent = external.getRequestParameterValuesMap().get(RESTORE);
        return sent == null ? Set.of() : new LinkedHashSet<>(Arrays.asList(sent));
    }

    public void undo() throws IOException {
        MergeUndo done = merges.undo(id(), chosen());
        notices.success("merge.message.info.undone", done.merge().masterName());
        external.redirect(external.getRequestContextPath() + "/customer/detail.xhtml?id="
                + done.merge().masterId());
    }

    /** The merges into the customer of the request, newest first; none for whoever may not merge. */
    public List<Merge> getOfCustomer() {
        if (list == null) {
            boolean may = external.isUserInRole(Right.CUSTOMER_MERGE);
            list = may ? merges.of(id(), LIST) : List.of();
        }
        return list;
    }
}
