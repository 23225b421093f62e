package vn.sencrm.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.sencrm.job.RunSource;
import vn.sencrm.job.RunTable;

/** Imports that wait for a server to take them back. */
@ApplicationScoped
class ImportUndos implements RunSource {

    static final String JOB = "import-undo";

    @Inject
    ImportConfig config;

    @Override
    public String jobName() {
        return JOB;
    }

    @Override
    public RunTable table() {
        return ImportRunSql.UNDO_TABLE;
    }

    @Override
    public int maxAttempts() {
        return config.maxAttempts();
    }
}
