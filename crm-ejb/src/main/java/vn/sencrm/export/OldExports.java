package vn.sencrm.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import vn.sencrm.common.PurgeStep;

/** Exports that are past their time, with their files. That they were made stays in the audit. */
@ApplicationScoped
class OldExports implements PurgeStep {

    @Inject
    ExportRunSql runs;

    @Inject
    ExportConfig config;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return "exports";
    }

    @Override
    public int purge(int atMost) {
        return runs.deleteOld(clock.instant().minus(config.keep()), atMost);
    }
}
