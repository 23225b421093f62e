package vn.sencrm.batch;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import vn.sencrm.bulk.BulkEngine;

/** Works on a bulk action; how far it came stands in its own row. */
@Dependent
@Named
public class BulkBatchlet extends AbstractBatchlet {

    @Inject
    @BatchProperty
    String run;

    @Inject
    BulkEngine engine;

    @Override
    public String process() {
        engine.run(Long.parseLong(run));
        return "DONE";
    }
}
