package vn.sencrm.web.export;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import vn.sencrm.audit.Cause;
import vn.sencrm.common.CrmException;
import vn.sencrm.common.filter.Filter;
import vn.sencrm.customer.CustomerSort;
import vn.sencrm.export.ExportFormat;
import vn.sencrm.export.ExportRequest;
import vn.sencrm.export.ExportRun;
import vn.sencrm.export.ExportService;
import vn.sencrm.web.shell.Preferences;

/** What the dialog of bulk actions asks about an export, and how it begins one. */
@Named
@RequestScoped
public class ExportAsk {

    private static final String ALL = "all";

    @Inject
    ExportService exports;

    @Inject
    ExportHeaders headers;

    @Inject
    Preferences preferences;

    @Inject
    ExternalContext external;

    /** @param ids null where filter and search select */
    public ExportRun start(List<Long> ids, Filter filter, String search) {
        return exports.start(
                new ExportRequest(
                        ids,
                        filter,
                        search,
                        sort(),
                        getColumns().equals(ALL) ? headers.all() : headers.shown(shown()),
                        getFormat(),
                        preferences.getLanguage()),
                Cause.FORM);
    }

    private CustomerSort sort() {
        try {
            return CustomerSort.of(one("bulkSort"));
        } catch (CrmException unknown) {
            return CustomerSort.UPDATED_DOWN;
        }
    }

    private List<String> shown() {
        return Arrays.stream(one("bulkColumns").split(","))
                .filter(name -> !name.isBlank())
                .toList();
    }

    public ExportFormat getFormat() {
        return ExportFormat.of(one("exportFormat")).orElse(ExportFormat.XLSX);
    }

    /** {@code shown} or {@code all}. */
    public String getColumns() {
        return one("exportColumns").equals(ALL) ? ALL : "shown";
    }

    public List<ExportFormat> getFormats() {
        return List.of(ExportFormat.values());
    }

    private String one(String name) {
        Map<String, String> sent = external.getRequestParameterMap();
        return sent.getOrDefault(name, "").strip();
    }
}
