package vn.sencrm.batch;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import vn.sencrm.duplicate.nightly.DuplicateNightly;

/** The job {@code duplicates-nightly}; how far it came and how it ended stand in its {@code job_run}. */
@Dependent
@Named
public class DuplicatesNightlyBatchlet extends AbstractBatchlet {

    @Inject
    @BatchProperty
    long runId;

    @Inject
    DuplicateNightly duplicates;

    @Override
    public String process() {
        duplicates.run(runId);
        return "COMPLETED";
    }
}
