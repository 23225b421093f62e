package vn.sencrm.web.export;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.stream.Collectors;
import vn.sencrm.export.ExportColumn;
import vn.sencrm.export.ExportQueries;
import vn.sencrm.export.ExportRun;
import vn.sencrm.export.ExportService;
import vn.sencrm.web.shell.Formats;
import vn.sencrm.web.shell.Texts;

/** An export: how far it is, then its file. */
@Named
@RequestScoped
public class ExportRunBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient ExportService exports;

    @Inject
    transient ExportQueries queries;

    @Inject
    transient Texts texts;

    @Inject
    transient Formats formats;

    @Inject
    transient ExternalContext external;

    private long id;
    private transient ExportRun run;

    /** Which run it is stands in the address and in a hidden field of the form (see the page of an import). */
    @PostConstruct
    void readAddress() {
        String text = external.getRequestParameterMap().getOrDefault("id", "");
        id = text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }

    public ExportRun getRun() {
        if (run == null) {
            run = queries.get(id);
        }
        return run;
    }

    public boolean isActive() {
        return getRun().state().isActive();
    }

    public int getPercent() {
        return getRun().total() == 0 ? 0 : (int) Math.min(100, 100 * getRun().position() / getRun().total());
    }

    public String getProgressText() {
        long done = getRun().position();
        long total = getRun().total();
        Long left = queries.secondsLeft(getRun());
        return left == null
                ? texts.message("export_run.progress", done, total)
                : texts.message("export_run.progress.eta", done, total, formats.duration(left));
    }

    /** "12.480 dòng, 3,4 MB. Giữ đến …". */
    public String getFileText() {
        return texts.message(
                "export_run.file",
                getRun().position(),
                formats.size(getRun().fileSize()),
                formats.dateTime(queries.keptUntil(getRun())));
    }

    /** Customers come back by an import; most other lists do not. */
    public boolean isOfCustomers() {
        return getRun().list().equals(ExportService.CUSTOMERS);
    }

    public String getColumns() {
        return getRun().columns().stream().map(ExportColumn::header).collect(Collectors.joining(", "));
    }

    public long getId() {
        return id;
    }

    public String stop() {
        exports.stop(id);
        return "/export/run.xhtml?faces-redirect=true&id=" + id;
    }
}
