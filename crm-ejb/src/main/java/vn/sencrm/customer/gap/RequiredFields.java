package vn.sencrm.customer.gap;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.customer.CustomerField;
import vn.sencrm.customer.CustomerKind;
import vn.sencrm.customer.CustomerStage;
import vn.sencrm.identity.Right;
import vn.sencrm.job.JobRequests;

/** The setting which fields a customer of a kind and stage should have. Lacking one never stops a customer's saving. */
@Stateless
public class RequiredFields {

    static final String JOB = "checks-nightly";

    /** One field that customers of a kind and stage should have. */
    public record Rule(CustomerKind kind, CustomerStage stage, CustomerField field) {}

    @Inject
    GapSql sql;

    @Inject
    JobRequests jobs;

    /** Every rule, by kind, stage and the order of the form. */
    @RolesAllowed(Right.CUSTOMER_VIEW)
    public List<Rule> all() {
        return sql.rules();
    }

    /** The fields that a customer of this kind should have in this stage, in the order of the form. */
    @RolesAllowed(Right.CUSTOMER_VIEW)
    public List<CustomerField> of(CustomerKind kind, CustomerStage stage) {
        return sql.rules().stream()
                .filter(rule -> rule.kind() == kind && rule.stage() == stage)
                .map(Rule::field)
                .toList();
    }

    /**
     * Replaces the rules of a kind. Who lacks what is worked out anew in the background, within a few minutes.
     *
     * @throws InvalidInputException for a field that cannot be required, or that the kind does not have
     */
    @RolesAllowed(Right.CONFIGURE)
    public void replace(CustomerKind kind, Collection<Rule> rules) {
        List<FieldProblem> problems = rules.stream()
                .filter(rule ->
                        rule.kind() != kind || !RequirableFields.of(kind).contains(rule.field()))
                .map(rule -> new FieldProblem(rule.field().jsonName(), "CANNOT_BE_REQUIRED"))
                .toList();
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        if (sql.replace(kind, rules) > 0) {
            jobs.askSoon(JOB);
        }
    }
}
