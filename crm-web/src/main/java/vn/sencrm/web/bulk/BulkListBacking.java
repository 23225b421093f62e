package vn.sencrm.web.bulk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import vn.sencrm.bulk.BulkQueries;
import vn.sencrm.bulk.BulkRun;
import vn.sencrm.common.Page;
import vn.sencrm.web.job.RunList;

/** The newest bulk actions that the user may see, page by page; which one stands in the address. */
@Named
@RequestScoped
public class BulkListBacking extends RunList<BulkRun> {

    private static final long serialVersionUID = 1L;

    @Inject
    transient BulkQueries queries;

    @Override
    protected Page<BulkRun> read(String after, int size) {
        return queries.page(after, size);
    }
}
