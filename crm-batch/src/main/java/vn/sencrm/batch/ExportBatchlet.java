package vn.sencrm.batch;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import vn.sencrm.export.ExportEngine;

/** Writes an export; what is asked for stands in its own row. */
@Dependent
@Named
public class ExportBatchlet extends AbstractBatchlet {

    @Inject
    @BatchProperty
    String run;

    @Inject
    ExportEngine engine;

    @Override
    public String process() {
        engine.run(Long.parseLong(run));
        return "DONE";
    }
}
