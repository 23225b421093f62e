package vn.sencrm.web.importing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import vn.sencrm.importing.ImportLeft;
import vn.sencrm.importing.ImportQueries;
import vn.sencrm.importing.ImportRun;
import vn.sencrm.importing.ImportService;
import vn.sencrm.web.shell.Formats;
import vn.sencrm.web.shell.Texts;

/** Taking an import back: what it would do, and what it did. */
@Named
@RequestScoped
public class ImportUndoBacking implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int ROWS = 100;

    @Inject
    transient ImportService imports;

    @Inject
    transient ImportQueries queries;

    @Inject
    transient ImportRunBacking runBacking;

    @Inject
    transient ImportWords words;

    @Inject
    transient Texts texts;

    @Inject
    transient Formats formats;

    private transient List<ImportLeft> left;

    private ImportRun run() {
        return runBacking.getRun();
    }

    public boolean isUndoable() {
        return queries.undoableUntil(run()).isPresent();
    }

    /** What taking it back does, and until when it can be done. */
    public String getUndoText() {
        return queries.undoableUntil(run())
                .map(until -> texts.message(
                        runBacking.isOfCustomers() ? "import_run.undo.text" : "import_run.undo.text.records",
                        run().counts().created(),
                        run().counts().updated(),
                        formats.dateTime(until)))
                .orElse("");
    }

    public String getUndoneText() {
        return texts.message(
                run().left() == 0 ? "import_run.undone" : "import_run.undone.left", run().undone(), run().left());
    }

    /** What the imported records' code is called; empty where they have none. */
    public String getCodeTitle() {
        return title("code");
    }

    public String getNameTitle() {
        return title("name(Vi)?");
    }

    private String title(String field) {
        return queries.fields(run().type()).stream()
                .filter(candidate -> candidate.name().matches("(tag\\.|location\\.)?" + field))
                .findFirst()
                .map(words::field)
                .orElse("");
    }

    /** The first rows that stayed. */
    public List<ImportLeft> getLeft() {
        if (left == null) {
            left = queries.left(run().id(), 0, ROWS);
        }
        return left;
    }

    public String undo() {
        imports.undo(run().id());
        return "/importing/run.xhtml?faces-redirect=true&id=" + run().id();
    }
}
