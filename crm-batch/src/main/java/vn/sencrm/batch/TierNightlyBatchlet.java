package vn.sencrm.batch;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import vn.sencrm.customer.tier.TierNightly;

/** The job {@code tier-nightly}; how far it came and how it ended stand in its {@code job_run}. */
@Dependent
@Named
public class TierNightlyBatchlet extends AbstractBatchlet {

    @Inject
    @BatchProperty
    long runId;

    @Inject
    TierNightly tiers;

    @Override
    public String process() {
        tiers.run(runId);
        return "COMPLETED";
    }
}
