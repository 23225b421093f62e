package vn.sencrm.web.api;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
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
import vn.sencrm.bulk.SelectionChangedException;
import vn.sencrm.common.CrmException;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.customer.CustomerExistsException;
import vn.sencrm.customer.CustomerQueries;
import vn.sencrm.customer.FieldConflict;
import vn.sencrm.customer.StaleCustomerException;
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

    private Map<String, JsonValue> more(CrmException failure) {
        if (failure instanceof SelectionChangedException changed) {
            return Map.of(
                    "expected", Json.createValue(changed.expected()), "actual", Json.createValue(changed.actual()));
        }
        if (failure instanceof CustomerExistsException exists) {
            return Map.of(
                    "candidates",
                    DuplicateJson.candidates(exists.candidates()),
                    "blocked",
                    exists.isBlocked() ? JsonValue.TRUE : JsonValue.FALSE);
        }
        if (!(failure instanceof StaleCustomerException stale)) {
            return Map.of();
        }
        JsonArrayBuilder conflicts = Json.createArrayBuilder();
        stale.conflicts().forEach(conflict -> conflicts.add(conflict(conflict)));
        return Map.of("conflicts", conflicts.build(), "version", Json.createValue(stale.currentVersion()));
    }

    private static JsonValue conflict(FieldConflict conflict) {
        return Json.createObjectBuilder()
                .add("field", conflict.name())
                .add("base", conflict.baseJson())
                .add("theirs", conflict.theirsJson())
                .add("mine", conflict.mineJson())
                .build();
    }
}
