package vn.sencrm.assignment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import vn.sencrm.audit.Cause;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.identity.CurrentUser;
import vn.sencrm.identity.Right;
import vn.sencrm.identity.user.Deactivation;
import vn.sencrm.identity.user.User;

/** Deactivates users together with the hand-over of what they own (ASG-0): all in one transaction, or nothing. */
@Stateless
@RolesAllowed(Right.USER_MANAGE)
public class LeavingService {

    @Inject
    Deactivation deactivation;

    @Inject
    Dealer dealer;

    @Inject
    AssignmentSql sql;

    @Inject
    OwnerSql owners;

    @Inject
    CurrentUser currentUser;

    @Inject
    Clock clock;

    /** How many customers the user owns, without those in the recycle bin. */
    public int owned(long userId) {
        return owners.owned(userId);
    }

    /**
     * Deactivates a user; their sessions and tokens end at the next request. Customers in the recycle bin are handed
     * over with the others.
     *
     * @return how many customers were handed over, and how many of them wait in the team's queue
     * @throws OwnsCustomersException when customers have to be handed over and {@code to} names nobody
     * @throws TeamWithoutRuleException when the team deals nothing out
     * @throws InvalidInputException naming {@code owner} or {@code team} where there is none of that name
     */
    public Assigned deactivate(long userId, HandOver to, Cause cause) {
        Long teamId = teamId(to);
        if (teamId != null) {
            sql.lockTurn(teamId);
        }
        User leaving = deactivation.deactivate(userId, cause);
        int owned = owners.owned(userId);
        if (to.username() == null && teamId == null) {
            if (owned > 0) {
                throw new OwnsCustomersException(leaving.fullName(), owned);
            }
            return new Assigned(0, 0);
        }
        OwnerSql.Change change = new OwnerSql.Change(clock.instant(), currentUser.id(), cause);
        int customers = owners.lockOwned(userId);
        return teamId == null
                ? toUser(userId, successor(userId, to.username()), customers, change)
                : toTeam(userId, teamId, customers, change);
    }

    private Assigned toUser(long userId, long successorId, int customers, OwnerSql.Change change) {
        sql.lockActiveUser(successorId);
        owners.handOver(userId, successorId, change);
        return new Assigned(customers, 0);
    }

    private Assigned toTeam(long userId, long teamId, int customers, OwnerSql.Change change) {
        Dealt dealt = dealer.deal(teamId, customers);
        owners.handOver(userId, dealt.owners(), teamId, change);
        return new Assigned(customers, dealt.queued());
    }

    private Long teamId(HandOver to) {
        return to.team() == null
                ? null
                : sql.teamNamed(to.team()).orElseThrow(() -> problem("team", "UNKNOWN_OPTION", to.team()));
    }

    private long successor(long userId, String username) {
        return sql.userNamed(username)
                .filter(id -> id != userId)
                .orElseThrow(() -> problem("owner", "UNKNOWN_OWNER", username));
    }

    private static InvalidInputException problem(String field, String code, String name) {
        return new InvalidInputException(List.of(new FieldProblem(field, code, name)));
    }
}
