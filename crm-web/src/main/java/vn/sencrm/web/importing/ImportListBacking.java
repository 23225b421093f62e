package vn.sencrm.web.importing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import vn.sencrm.importing.ImportQueries;
import vn.sencrm.importing.ImportRun;

/** The newest imports that the user may see. */
@Named
@RequestScoped
public class ImportListBacking implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 100;

    @Inject
    transient ImportQueries queries;

    private transient List<ImportRun> runs;

    public List<ImportRun> getRuns() {
        if (runs == null) {
            runs = queries.newest(SHOWN);
        }
        return runs;
    }
}
