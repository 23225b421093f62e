package vn.sencrm.web.export;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import vn.sencrm.common.CursorMismatchException;
import vn.sencrm.common.Page;
import vn.sencrm.export.ExportQueries;
import vn.sencrm.export.ExportRun;

/** The user's newest exports, page by page; which one stands in the address. */
@Named
@RequestScoped
public class ExportListBacking implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int SIZE = 50;

    @Inject
    transient ExportQueries queries;

    @Inject
    transient ExternalContext external;

    private transient Page<ExportRun> page;

    public Page<ExportRun> getPage() {
        if (page == null) {
            page = read(after());
        }
        return page;
    }

    private Page<ExportRun> read(String after) {
        try {
            return queries.page(after, SIZE);
        } catch (CursorMismatchException strange) {
            return queries.page(null, SIZE);
        }
    }

    public String getNext() {
        return getPage().next() == null ? "" : "list.xhtml?after=" + getPage().next();
    }

    /** From any page but the first one goes back to the first. */
    public String getPrevious() {
        return after().isBlank() ? "" : "list.xhtml";
    }

    private String after() {
        return external.getRequestParameterMap().getOrDefault("after", "");
    }
}
