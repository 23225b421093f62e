package vn.sencrm.batch;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import vn.sencrm.customer.gap.GapRefresh;

/** The job {@code checks-nightly}; how far it came and how it ended stand in its {@code job_run}. */
@Dependent
@Named
public class ChecksNightlyBatchlet extends AbstractBatchlet {

    @Inject
    @BatchProperty
    long runId;

    @Inject
    GapRefresh gaps;

    @Override
    public String process() {
        gaps.run(runId);
        return "COMPLETED";
    }
}
