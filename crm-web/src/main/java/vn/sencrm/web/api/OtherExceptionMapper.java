package vn.sencrm.web.api;

import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import vn.sencrm.common.CrmException;
import vn.sencrm.web.shell.Failures;
import vn.sencrm.web.shell.Texts;

/** All other failures: the caller's mistakes by their status, ours as a reference number and nothing more. */
@Provider
public class OtherExceptionMapper implements ExceptionMapper<Throwable> {

    @Inject
    Texts texts;

    @Inject
    CrmExceptionMapper crmExceptions;

    @Override
    public Response toResponse(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CrmException known) {
                return crmExceptions.toResponse(known);
            }
            if (cause instanceof EJBAccessException || cause instanceof ForbiddenException) {
                return problem(403, "FORBIDDEN");
            }
            if (cause instanceof JsonException || cause instanceof JsonbException) {
                return problem(400, "BAD_JSON");
            }
            if (cause instanceof WebApplicationException http) {
                return http(http);
            }
        }
        return internal(failure);
    }

    private Response http(WebApplicationException failure) {
        int status = failure.getResponse().getStatus();
        return switch (status) {
            case 400 -> problem(400, "BAD_REQUEST");
            case 404 -> problem(404, "NO_SUCH_RESOURCE");
            case 405 -> problem(405, "METHOD_NOT_ALLOWED");
            case 406 -> problem(406, "NOT_ACCEPTABLE");
            case 413 -> problem(413, "REQUEST_TOO_LARGE");
            case 415 -> problem(415, "MEDIA_TYPE");
            default -> status < 500 ? problem(status, "BAD_REQUEST") : internal(failure);
        };
    }

    private Response problem(int status, String code) {
        return Problem.of(status, code, texts.error(code)).toResponse();
    }

    private Response internal(Throwable failure) {
        Throwable cause = failure instanceof EJBException || failure instanceof ProcessingException
                ? failure.getCause()
                : failure;
        return Problem.of(500, "UNEXPECTED", texts.error("UNEXPECTED", Failures.log(cause == null ? failure : cause)))
                .toResponse();
    }
}
