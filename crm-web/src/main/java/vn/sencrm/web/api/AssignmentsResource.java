package vn.sencrm.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import vn.sencrm.assignment.Assigned;
import vn.sencrm.assignment.AssignmentService;
import vn.sencrm.audit.Cause;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.identity.Right;

/** Gives customers to a team and a person, or deals them out by the team's rule. */
@Path("/assignments")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AssignmentsResource {

    private static final int MOST = 10_000;

    /** Which customers, by id, to whom; the team by its name, the owner by user name. */
    public record AssignmentRequest(List<Long> customers, String team, String owner) {}

    /** How many customers were given, and how many of them wait in the team's queue. */
    public record AssignmentAnswer(int customers, int queued) {

        static AssignmentAnswer of(Assigned assigned) {
            return new AssignmentAnswer(assigned.customers(), assigned.queued());
        }
    }

    @Inject
    AssignmentService assignment;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Right.CUSTOMER_ASSIGN)
    public AssignmentAnswer assign(AssignmentRequest request) {
        List<Long> ids = RequestBody.require(request).customers();
        if (ids == null || ids.isEmpty() || ids.stream().anyMatch(Objects::isNull)) {
            throw new InvalidInputException(List.of(new FieldProblem("customers", "REQUIRED")));
        }
        if (ids.size() > MOST) {
            throw new InvalidInputException(List.of(new FieldProblem("customers", "TOO_MANY", Integer.toString(MOST))));
        }
        return AssignmentAnswer.of(assignment.assignByName(ids, request.team(), request.owner(), Cause.API));
    }
}
