package vn.sencrm.web.importing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import vn.sencrm.common.Page;
import vn.sencrm.importing.ImportQueries;
import vn.sencrm.importing.ImportRun;
import vn.sencrm.web.job.RunList;

/** The newest imports that the user may see, page by page; which one stands in the address. */
@Named
@RequestScoped
public class ImportListBacking extends RunList<ImportRun> {

    private static final long serialVersionUID = 1L;

    @Inject
    transient ImportQueries queries;

    @Override
    protected Page<ImportRun> read(String after, int size) {
        return queries.page(after, size);
    }
}
