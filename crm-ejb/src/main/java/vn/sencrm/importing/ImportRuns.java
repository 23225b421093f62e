package vn.sencrm.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import vn.sencrm.job.RunSource;
import vn.sencrm.job.RunWorker;

/** Imports that wait for a server to work on them. */
@ApplicationScoped
class ImportRuns implements RunSource {

    static final String JOB = "import-run";

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
        return worker.waiting(ImportRunSql.TABLE);
    }

    @Override
    public boolean claim(long id) {
        return worker.claim(ImportRunSql.TABLE, id, config.maxAttempts());
    }

    @Override
    public void release(long id) {
        worker.release(ImportRunSql.TABLE, id);
    }
}
