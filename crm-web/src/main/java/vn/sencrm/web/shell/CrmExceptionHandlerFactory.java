package vn.sencrm.web.shell;

import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;

/** Lets {@link CrmExceptionHandler} see every failure first. */
public class CrmExceptionHandlerFactory extends ExceptionHandlerFactory {

    public CrmExceptionHandlerFactory(ExceptionHandlerFactory wrapped) {
        super(wrapped);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
        return new CrmExceptionHandler(getWrapped().getExceptionHandler());
    }
}
