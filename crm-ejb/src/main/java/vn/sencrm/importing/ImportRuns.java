package vn.sencrm.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.sencrm.job.RunSource;
import vn.sencrm.job.RunTable;

/** Imports that wait for a server to work on them. */
@ApplicationScoped
class ImportRuns implements RunSource {

    static final String JOB = "import-run";

    @Inject
    ImportConfig config;

    @Override
    public String jobName() {
        return JOB;
    }

    @Override
    public RunTable table() {
        return ImportRunSql.TABLE;
    }

    @Override
    public int maxAttempts() {
        return config.maxAttempts();
    }
}
