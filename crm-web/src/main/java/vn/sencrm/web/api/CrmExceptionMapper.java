package vn.sencrm.web.api;

import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.sencrm.common.CrmException;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.common.WithMembers;
import vn.sencrm.customer.CustomerQueries;
import vn.sencrm.web.shell.Failures;
import vn.sencrm.web.shell.Texts;

/** The product's own failures as problem details; which status each code has is told in {@link ProblemStatus}. */
@Provider
public class CrmExceptionMapper implements ExceptionMapper<CrmException> {

    private static final int PERMANENT_REDIRECT = 308;

    private static final Pattern OF_CUSTOMER = Pattern.compile("/?customers/(\\d{1,18})(/.*)?");

    @Inject
    Texts texts;

    @Inject
    CustomerQueries customers;

    @Context
    UriInfo uri;

    @Override
    public Response toResponse(CrmException failure) {
        return movedTo(failure)
                .map(place ->
                        Response.status(PERMANENT_REDIRECT).location(place).build())
                .orElseGet(() -> problem(failure));
    }

    /** What is asked of a customer that was merged is to be asked of its master. */
    private Optional<URI> movedTo(CrmException failure) {
        Matcher path = OF_CUSTOMER.matcher(uri.getPath());
        if (!(failure instanceof NotFoundException) || !path.matches()) {
            return Optional.empty();
        }
        return customers.master(Long.parseLong(path.group(1))).map(master -> uri.getBaseUriBuilder()
                .path("customers/" + master + (path.group(2) == null ? "" : path.group(2)))
                .replaceQuery(uri.getRequestUri().getRawQuery())
                .build());
    }

    private Response problem(CrmException failure) {
        int status = ProblemStatus.of(failure);
        String detail = status >= 500 ? texts.error("UNEXPECTED", Failures.log(failure)) : texts.error(failure);
        return new Problem(status, failure.code(), detail, errors(failure), more(failure)).toResponse();
    }

    private List<Problem.Field> errors(CrmException failure) {
        return failure instanceof InvalidInputException invalid
                ? invalid.problems().stream().map(this::field).toList()
                : List.of();
    }

    private Problem.Field field(FieldProblem problem) {
        return new Problem.Field(problem.field(), problem.code(), texts.error(problem));
    }

    private static Map<String, JsonValue> more(CrmException failure) {
        return failure instanceof WithMembers told ? told.members() : Map.of();
    }
}
