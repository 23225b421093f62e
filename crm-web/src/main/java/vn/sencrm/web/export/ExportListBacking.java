package vn.sencrm.web.export;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import vn.sencrm.common.Page;
import vn.sencrm.export.ExportQueries;
import vn.sencrm.export.ExportRun;
import vn.sencrm.web.job.RunList;

/** The user's newest exports, page by page; which one stands in the address. */
@Named
@RequestScoped
public class ExportListBacking extends RunList<ExportRun> {

    private static final long serialVersionUID = 1L;

    @Inject
    transient ExportQueries queries;

    @Override
    protected Page<ExportRun> read(String after, int size) {
        return queries.page(after, size);
    }
}
