package vn.sencrm.web.audit;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.sencrm.audit.Cause;
import vn.sencrm.export.AuditExport;
import vn.sencrm.export.ExportFormat;
import vn.sencrm.export.ExportRun;
import vn.sencrm.export.ListRequest;
import vn.sencrm.web.shell.PageRequest;
import vn.sencrm.web.shell.Preferences;

/** Has what the page of the audit shows written to a file. */
@Named
@RequestScoped
public class AuditExportBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient AuditExport exports;

    @Inject
    transient AuditFileWords words;

    @Inject
    transient PageRequest request;

    @Inject
    transient Preferences preferences;

    /** @param format {@code xlsx} or {@code csv} */
    public String start(String format) {
        Map<String, String> search = AuditListBacking.ASKED.stream()
                .filter(name -> !request.text(name).isEmpty())
                .collect(Collectors.toMap(Function.identity(), request::text));
        ListRequest asked = new ListRequest(
                AuditExport.LIST, search, null, ExportFormat.of(format).orElse(ExportFormat.XLSX));
        ExportRun run =
                exports.start(asked, words.columns(asked), words.ofFiles(), preferences.getLanguage(), Cause.FORM);
        return "/export/run.xhtml?faces-redirect=true&id=" + run.id();
    }
}
