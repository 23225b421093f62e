package vn.sencrm.assignment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import vn.sencrm.audit.Cause;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.identity.CurrentUser;
import vn.sencrm.identity.Right;

/** Gives customers to a team and a person, or deals them out by the team's rule (ASG-2), all or none. */
@Stateless
@RolesAllowed(Right.CUSTOMER_ASSIGN)
public class AssignmentService {

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

    /** As {@link #assign(Collection, Long, Long, Cause)}, for one. */
    public Assigned assign(long customerId, Long teamId, Long userId, Cause cause) {
        return assign(List.of(customerId), teamId, userId, cause);
    }

    /**
     * Sets both the team and the owner. With a person all go to that person and no turn moves; with a team alone they
     * are dealt out, the first of {@code customerIds} to whoever's turn it is; with neither they are nobody's.
     *
     * @param teamId null for no team
     * @param userId null for no person
     * @throws TeamWithoutRuleException when a team without a rule and no person was chosen
     * @throws UserInactiveException when the person is deactivated
     * @throws NotFoundException when there is no such team or person, or a customer that the caller may not change
     */
    public Assigned assign(Collection<Long> customerIds, Long teamId, Long userId, Cause cause) {
        List<Long> ids = customerIds.stream().distinct().toList();
        boolean byRule = userId == null && teamId != null;
        long[] given = byRule ? dealer.deal(teamId, ids.size()).owners() : toOne(teamId, userId, ids.size());
        if (owners.lock(ids, currentUser.get()) < ids.size()) {
            throw new NotFoundException("customer", ids.size() == 1 ? ids.get(0) : ids.size());
        }
        owners.give(ids, given, teamId, new OwnerSql.Change(clock.instant(), currentUser.id(), cause));
        return new Assigned(ids.size(), byRule ? ids.size() - Rounds.dealt(given) : 0);
    }

    /**
     * As {@link #assign(Collection, Long, Long, Cause)}, by the names that programs use.
     *
     * @param team the team's name, null for none
     * @param username null for no person
     * @throws InvalidInputException naming {@code team} or {@code owner} where there is none of that name
     */
    public Assigned assignByName(Collection<Long> customerIds, String team, String username, Cause cause) {
        List<FieldProblem> problems = new ArrayList<>();
        Long teamId = team == null ? null : sql.teamNamed(team).orElse(null);
        Long userId = username == null ? null : sql.userNamed(username).orElse(null);
        if (team != null && teamId == null) {
            problems.add(new FieldProblem("team", "UNKNOWN_OPTION", team));
        }
        if (username != null && userId == null) {
            problems.add(new FieldProblem("owner", "UNKNOWN_OWNER", username));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        return assign(customerIds, teamId, userId, cause);
    }

    private long[] toOne(Long teamId, Long userId, int customers) {
        if (teamId != null && !sql.isTeam(teamId)) {
            throw new NotFoundException("team", teamId);
        }
        if (userId != null) {
            sql.lockActiveUser(userId);
        }
        long[] all = new long[customers];
        Arrays.fill(all, userId == null ? Dealt.NOBODY : userId);
        return all;
    }
}
