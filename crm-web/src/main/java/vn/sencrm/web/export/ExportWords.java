package vn.sencrm.web.export;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import vn.sencrm.export.ExportRun;
import vn.sencrm.export.ExportState;
import vn.sencrm.web.shell.ListNames;
import vn.sencrm.web.shell.Texts;

/** What exports are called in the user's language. */
@Named
@RequestScoped
public class ExportWords {

    private final Texts texts;

    @Inject
    ListNames names;

    @Inject
    public ExportWords(Texts texts) {
        this.texts = texts;
    }

    protected ExportWords() {
        this(null);
    }

    /** "Khách hàng, Excel (.xlsx)". */
    public String title(ExportRun run) {
        return texts.message(
                "export_run.what",
                names.of(run.list()),
                texts.message("export.format." + run.format().code()));
    }

    /** "12.480 dòng", or how far it is. */
    public String rows(ExportRun run) {
        return run.state().isActive()
                ? texts.message("export_run.progress", run.position(), run.total())
                : texts.message("export_run.rows", run.position());
    }

    public String state(ExportRun run) {
        return texts.label(run.state());
    }

    /** The tone of {@code crm:status} for a state. */
    public String tone(ExportState state) {
        return switch (state) {
            case DONE -> "ok";
            case STOPPED -> "warn";
            case FAILED -> "bad";
            case RUNNING -> "info";
        };
    }

    /** Why a run failed, with the reference when it was our own fault. */
    public String failure(ExportRun run) {
        return run.errorCode() == null
                ? ""
                : texts.error(run.errorCode(), run.errorDetail() == null ? "" : run.errorDetail());
    }
}
