package vn.sencrm.web.bulk;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import vn.sencrm.bulk.BulkItem;
import vn.sencrm.bulk.BulkQueries;
import vn.sencrm.bulk.BulkReason;
import vn.sencrm.bulk.BulkRun;
import vn.sencrm.bulk.BulkService;
import vn.sencrm.bulk.BulkVerdict;
import vn.sencrm.web.shell.Formats;
import vn.sencrm.web.shell.Texts;

/** A bulk action: its progress, what became of each customer, and taking it back. */
@Named
@RequestScoped
public class BulkRunBacking implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 100;

    @Inject
    transient BulkService bulk;

    @Inject
    transient BulkQueries queries;

    @Inject
    transient Texts texts;

    @Inject
    transient Formats formats;

    @Inject
    transient ExternalContext external;

    private long id;
    private long after;
    private BulkVerdict verdict;
    private transient BulkRun run;
    private transient List<BulkItem> items;

    /** Which run it is stands in the address and in a hidden field of the form (see the page of an import). */
    @PostConstruct
    void readAddress() {
        Map<String, String> parameters = external.getRequestParameterMap();
        id = number(parameters.get("id"));
        after = number(parameters.get("after"));
        verdict = Arrays.stream(BulkVerdict.values())
                .filter(one -> one.name().equals(parameters.get("verdict")))
                .findFirst()
                .orElse(null);
    }

    private static long number(String text) {
        return text != null && text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }

    // ---- what the page shows

    public BulkRun getRun() {
        if (run == null) {
            run = queries.get(id);
        }
        return run;
    }

    public boolean isActive() {
        return getRun().state().isActive();
    }

    public String getSubtitle() {
        return texts.message("bulk_run.subtitle", formats.number(getRun().total()));
    }

    public int getPercent() {
        return getRun().total() == 0 ? 0 : (int) (100 * getRun().counts().decided() / getRun().total());
    }

    public String getProgressText() {
        String done = formats.number(getRun().counts().decided());
        String total = formats.number(getRun().total());
        Long left = queries.secondsLeft(getRun());
        return left == null
                ? texts.message("bulk_run.progress", done, total)
                : texts.message("bulk_run.progress.eta", done, total, formats.duration(left));
    }

    public List<BulkReason> getReasons() {
        return queries.reasons(id);
    }

    /** One row more than is shown tells whether there are more. */
    public List<BulkItem> getItems() {
        if (items == null) {
            items = queries.items(id, verdict, after, PAGE + 1);
        }
        return items.subList(0, Math.min(items.size(), PAGE));
    }

    public String getNext() {
        List<BulkItem> shown = getItems();
        return items.size() > PAGE
                ? address(verdict) + "&after=" + shown.get(PAGE - 1).customerId()
                : null;
    }

    /** The report of one verdict, or (null) of all, from its start. */
    public String address(BulkVerdict of) {
        return "run.xhtml?id=" + id + (of == null ? "" : "&verdict=" + of);
    }

    public String getStart() {
        return after == 0 ? null : address(verdict);
    }

    public List<BulkVerdict> getVerdicts() {
        return List.of(BulkVerdict.values());
    }

    public BulkVerdict getVerdict() {
        return verdict;
    }

    public boolean isUndoable() {
        return queries.isUndoable(getRun());
    }

    public String getUndoText() {
        return texts.message(
                "bulk_run.undo.text",
                formats.number(getRun().counts().done()),
                formats.dateTime(queries.undoUntil(getRun())));
    }

    public long getId() {
        return id;
    }

    // ---- what the user does

    public String stop() {
        bulk.stop(id);
        return here(id);
    }

    public String resume() {
        bulk.resume(id);
        return here(id);
    }

    public String undo() {
        return here(bulk.undo(id).id());
    }

    private static String here(long id) {
        return "/bulk/run.xhtml?faces-redirect=true&id=" + id;
    }
}
