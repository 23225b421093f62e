package vn.sencrm.assignment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;
import vn.sencrm.identity.Right;

/** How the dealing of teams stands: queues, members' loads, the log. */
@Stateless
@RolesAllowed({Right.USER_MANAGE, Right.CUSTOMER_ASSIGN})
public class AssignmentQueries {

    private static final int DEALS_SHOWN = 10;

    @Inject
    TeamLoadSql sql;

    /** How many customers wait in each team's queue; teams without a queue are left out. */
    public Map<Long, Integer> queues() {
        return sql.queues();
    }

    public TeamLoad of(long teamId) {
        return new TeamLoad(sql.queues().getOrDefault(teamId, 0), sql.loads(teamId), sql.deals(teamId, DEALS_SHOWN));
    }
}
