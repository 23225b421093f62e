package vn.sencrm.batch;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import vn.sencrm.job.Purge;

/** The job {@code purge}; how far it came and how it ended stand in its {@code job_run}. */
@Dependent
@Named
public class PurgeBatchlet extends AbstractBatchlet {

    @Inject
    @BatchProperty
    long runId;

    @Inject
    Purge purge;

    @Override
    public String process() {
        purge.run(runId);
        return "COMPLETED";
    }
}
