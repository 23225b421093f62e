package vn.sencrm.web.export;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import vn.sencrm.export.ExportQueries;
import vn.sencrm.export.ExportRun;

/** The user's newest exports. */
@Named
@RequestScoped
public class ExportListBacking implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 100;

    @Inject
    transient ExportQueries queries;

    private transient List<ExportRun> runs;

    public List<ExportRun> getRuns() {
        if (runs == null) {
            runs = queries.newest(SHOWN);
        }
        return runs;
    }
}
