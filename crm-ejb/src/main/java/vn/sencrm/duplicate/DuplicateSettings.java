package vn.sencrm.duplicate;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.customer.IdentityKey;
import vn.sencrm.customer.MatchReason;
import vn.sencrm.identity.Right;
import vn.sencrm.job.JobRequests;

/** The setting which keys count, and what happens when one meets an existing customer (DUP-1, DUP-2). */
@Stateless
public class DuplicateSettings {

    private static final String JOB = "duplicates-nightly";

    @Inject
    DuplicateRulesSql sql;

    @Inject
    JobRequests jobs;

    @RolesAllowed(Right.CUSTOMER_VIEW)
    public DuplicateRules rules() {
        return sql.read();
    }

    /**
     * Replaces the rules. Where other keys count from now on, duplicates are worked out anew in the background.
     *
     * @throws InvalidInputException for a name that would be refused: two people may have one
     */
    @RolesAllowed(Right.CONFIGURE)
    public void replace(
            Set<MatchReason> counting, Map<IdentityKey.Kind, Map<DuplicateSource, DuplicatePolicy>> policies) {
        if (policies.getOrDefault(IdentityKey.Kind.NAME, Map.of()).containsValue(DuplicatePolicy.BLOCK)) {
            throw new InvalidInputException(
                    List.of(new FieldProblem(IdentityKey.Kind.NAME.name(), "BAD_VALUE", DuplicatePolicy.BLOCK.name())));
        }
        policies.forEach(
                (kind, bySource) -> bySource.forEach((source, policy) -> sql.writePolicy(kind, source, policy)));
        if (sql.writeCounting(counting) > 0) {
            jobs.askSoon(JOB);
        }
    }
}
