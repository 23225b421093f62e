package vn.sencrm.it.container;

import jakarta.batch.api.AbstractBatchlet;

/** A step that does nothing well. */
public class NothingBatchlet extends AbstractBatchlet {

    @Override
    public String process() {
        return "DONE";
    }
}
