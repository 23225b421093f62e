package vn.sencrm.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import vn.sencrm.job.RunSource;
import vn.sencrm.job.RunWorker;

/** Imports that wait for a server to take them back. */
@ApplicationScoped
class ImportUndos implements RunSource {

    static final String JOB = "import-undo";

    @Inject
    RunWorker worker;

    @Inject
    ImportConfig config;

    @Override
    public String jobName() {
        return JOB;
    }

    @Override
    public List<Long> waiting() {
        return worker.waiting(ImportRunSql.UNDO_TABLE);
    }

    @Override
    public boolean claim(long id) {
        return worker.claim(ImportRunSql.UNDO_TABLE, id, config.maxAttempts());
    }

    @Override
    public void release(long id) {
        worker.release(ImportRunSql.UNDO_TABLE, id);
    }
}
