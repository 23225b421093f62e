package vn.sencrm.batch;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import vn.sencrm.importing.ImportEngine;

/** Reads and checks the file's rows. */
@Dependent
@Named
public class ImportReadBatchlet extends AbstractBatchlet {

    @Inject
    @BatchProperty
    String run;

    @Inject
    ImportEngine engine;

    @Override
    public String process() {
        engine.read(Long.parseLong(run));
        return "DONE";
    }
}
