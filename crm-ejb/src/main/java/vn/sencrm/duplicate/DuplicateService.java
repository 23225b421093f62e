package vn.sencrm.duplicate;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.customer.CustomerQueries;
import vn.sencrm.identity.CurrentUser;
import vn.sencrm.identity.Right;

/** What users decide about duplicates. */
@Stateless
public class DuplicateService {

    @Inject
    CustomerQueries customers;

    @Inject
    DifferentSql sql;

    @Inject
    PairSql pairs;

    @Inject
    GroupKeeper groups;

    @Inject
    CurrentUser currentUser;

    @Inject
    Clock clock;

    /**
     * Says that two customers are not one. They are not told to be duplicates again unless they come to share something
     * that they do not share now.
     *
     * @throws NotFoundException when one of them is not there or the caller may not see it
     */
    @RolesAllowed(Right.CUSTOMER_EDIT)
    public void markDifferent(long one, long other) {
        if (one == other) {
            throw new InvalidInputException(List.of(new FieldProblem("ids", "BAD_VALUE", Long.toString(other))));
        }
        customers.get(one);
        customers.get(other);
        Pair pair = Pair.of(one, other);
        sql.mark(pair, currentUser.id(), clock.instant());
        pairs.remove(Map.of(pair, 0));
        groups.regroup(Set.of(one, other));
    }
}
