package vn.sencrm.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import vn.sencrm.common.PurgeStep;

/** Imports at rest that are past their time, with their files. What they changed stays, and so does its history. */
@ApplicationScoped
class OldImports implements PurgeStep {

    @Inject
    ImportPurgeSql sql;

    @Inject
    ImportConfig config;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "import-files";
    }

    @Override
    public int purge(int atMost) {
        return sql.deleteRuns(clock.instant().minus(config.keep()), atMost);
    }
}
