package vn.sencrm.web.bulk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import vn.sencrm.bulk.BulkQueries;
import vn.sencrm.bulk.BulkRun;

/** The newest bulk actions that the user may see. */
@Named
@RequestScoped
public class BulkListBacking implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 100;

    @Inject
    transient BulkQueries queries;

    private transient List<BulkRun> runs;

    public List<BulkRun> getRuns() {
        if (runs == null) {
            runs = queries.newest(SHOWN);
        }
        return runs;
    }
}
