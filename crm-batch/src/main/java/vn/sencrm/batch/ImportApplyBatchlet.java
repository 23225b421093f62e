package vn.sencrm.batch;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import vn.sencrm.importing.ImportEngine;

/** Turns verdicts into changes. */
@Dependent
@Named
public class ImportApplyBatchlet extends AbstractBatchlet {

    @Inject
    @BatchProperty
    String run;

    @Inject
    ImportEngine engine;

    @Override
    public String process() {
        engine.apply(Long.parseLong(run));
        return "DONE";
    }
}
