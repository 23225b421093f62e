package vn.sencrm.web.shell;

import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.FacesException;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.PhaseId;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import vn.sencrm.common.CrmException;
import vn.sencrm.common.DatabaseException;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.common.NotFoundException;

/**
 * The one place where a page's failures become what the user reads; backing beans catch nothing.
 *
 * <p>A rule that was broken is told on the page, beside its field where it has one. A page that may not be seen or
 * does not exist is answered 403 or 404, an expired page is shown afresh (the browser offers what was typed), and
 * whatever nobody expected gets a reference number, with which it stands in the log. In an Ajax answer all of them
 * are told on the page, so that what was typed stays.
 */
public class CrmExceptionHandler extends ExceptionHandlerWrapper {

    public CrmExceptionHandler(ExceptionHandler wrapped) {
        super(wrapped);
    }

    @Override
    public void handle() throws FacesException {
        for (Iterator<ExceptionQueuedEvent> events =
                        getUnhandledExceptionQueuedEvents().iterator();
                events.hasNext(); ) {
            Throwable failure = events.next().getContext().getException();
            events.remove();
            answer(FacesContext.getCurrentInstance(), failure);
        }
        getWrapped().handle();
    }

    private void answer(FacesContext context, Throwable failure) {
        if (context.getResponseComplete()) {
            Failures.log(failure);
        } else if (isExpired(context, failure)) {
            showAgain(context);
        } else if (isTellable(context)) {
            tell(context, failure);
        } else {
            refuse(context, failure);
        }
    }

    /** A view state that cannot be restored, because it was made up, is answered like one that is no longer there. */
    private static boolean isExpired(FacesContext context, Throwable failure) {
        return Failures.find(failure, ViewExpiredException.class) != null
                || (context.getCurrentPhaseId() == PhaseId.RESTORE_VIEW && context.isPostback());
    }

    /** Whether the page is still to be rendered, and is one that the user works on. */
    private static boolean isTellable(FacesContext context) {
        boolean working = context.isPostback() && context.getViewRoot() != null;
        return working && context.getCurrentPhaseId() != PhaseId.RENDER_RESPONSE;
    }

    private static void tell(FacesContext context, Throwable failure) {
        Texts texts = CDI.current().select(Texts.class).get();
        ConstraintViolationException violations = Failures.find(failure, ConstraintViolationException.class);
        CrmException rule = Failures.find(failure, CrmException.class);
        if (rule instanceof InvalidInputException input) {
            tellFields(context, texts, input.problems());
        } else if (rule != null) {
            tell(context, texts.error(rule));
        } else if (violations != null) {
            tellFields(context, violations);
        } else if (Failures.find(failure, EJBAccessException.class) != null) {
            tell(context, texts.error("NO_RIGHT"));
        } else {
            tell(context, texts.error("UNEXPECTED", Failures.log(failure)));
        }
        context.validationFailed();
        context.renderResponse();
    }

    private static void tellFields(FacesContext context, Texts texts, List<FieldProblem> problems) {
        FieldProblems onPage = new FieldProblems(context);
        problems.forEach(problem -> onPage.add(problem.field(), texts.error(problem)));
        onPage.tell();
    }

    private static void tellFields(FacesContext context, ConstraintViolationException violations) {
        FieldProblems onPage = new FieldProblems(context);
        for (ConstraintViolation<?> violation : violations.getConstraintViolations()) {
            String path = violation.getPropertyPath().toString();
            onPage.add(path.substring(path.lastIndexOf('.') + 1), violation.getMessage());
        }
        onPage.tell();
    }

    private static void tell(FacesContext context, String text) {
        context.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null));
    }

    private static void refuse(FacesContext context, Throwable failure) {
        ExternalContext external = context.getExternalContext();
        if (external.isResponseCommitted()) {
            Failures.log(failure);
            context.responseComplete();
            return;
        }
        int status = status(failure);
        Optional<String> moved = status == HttpServletResponse.SC_NOT_FOUND ? movedTo(context) : Optional.empty();
        if (moved.isPresent()) {
            redirect(context, external.getRequestContextPath() + moved.get());
        } else {
            send(context, status, failure);
        }
    }

    private static Optional<String> movedTo(FacesContext context) {
        ExternalContext external = context.getExternalContext();
        return CDI.current().select(MovedRecords.class).stream()
                .flatMap(records ->
                        records.movedTo(external.getRequestServletPath(), external.getRequestParameterMap()).stream())
                .findFirst();
    }

    private static int status(Throwable failure) {
        if (Failures.find(failure, NotFoundException.class) != null) {
            return HttpServletResponse.SC_NOT_FOUND;
        }
        if (Failures.find(failure, EJBAccessException.class) != null) {
            return HttpServletResponse.SC_FORBIDDEN;
        }
        if (Failures.find(failure, DatabaseException.class) != null) {
            return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        }
        return Failures.find(failure, CrmException.class) != null
                ? HttpServletResponse.SC_BAD_REQUEST
                : HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }

    private static void send(FacesContext context, int status, Throwable failure) {
        ExternalContext external = context.getExternalContext();
        CrmException rule = Failures.find(failure, CrmException.class);
        if (rule != null && status == HttpServletResponse.SC_BAD_REQUEST) {
            external.getRequestMap()
                    .put(
                            ErrorServlet.TEXT,
                            CDI.current().select(Texts.class).get().error(rule));
        } else if (status >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
            external.getRequestMap().put(ErrorServlet.REFERENCE, Failures.log(failure));
        }
        try {
            external.responseReset();
            external.responseSendError(status, null);
            context.responseComplete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Shows the page that was posted from, with its own query (the record), in a new session or view. */
    private static void showAgain(FacesContext context) {
        redirect(context, ReturnAddress.of(context.getExternalContext(), "expired"));
    }

    private static void redirect(FacesContext context, String address) {
        try {
            context.getExternalContext().redirect(address);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        context.responseComplete();
    }
}
