package vn.sencrm.batch;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import vn.sencrm.importing.ImportEngine;

/** Takes an import back. */
@Dependent
@Named
public class ImportUndoBatchlet extends AbstractBatchlet {

    @Inject
    @BatchProperty
    String run;

    @Inject
    ImportEngine engine;

    @Override
    public String process() {
        engine.undo(Long.parseLong(run));
        return "DONE";
    }
}
