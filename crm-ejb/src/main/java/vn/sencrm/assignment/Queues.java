package vn.sencrm.assignment;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import vn.sencrm.audit.Cause;
import vn.sencrm.common.Internal;

/** The queues of teams: customers that have a team and no owner, as nobody could take them when they came. */
@Internal
@Stateless
@PermitAll
public class Queues {

    /** How many are dealt out in one transaction. */
    private static final int STEP = 10_000;

    @Inject
    Dealer dealer;

    @Inject
    AssignmentSql sql;

    @Inject
    OwnerSql owners;

    @Inject
    Clock clock;

    /** The teams with a rule whose queue is not empty. */
    public List<Long> waiting() {
        return sql.teamsWithQueue();
    }

    /**
     * Deals out a part of a team's queue, oldest first, as far as anybody can take them.
     *
     * @return how many found an owner; fewer than waited when nobody is left or the part is done
     */
    public int drainQueue(long teamId) {
        sql.lockTurn(teamId);
        List<Long> ids = owners.lockQueued(teamId, STEP);
        long[] given = dealer.tryToDeal(teamId, ids.size()).owners();
        int dealt = Rounds.dealt(given);
        return owners.give(
                ids.subList(0, dealt),
                Arrays.copyOf(given, dealt),
                teamId,
                new OwnerSql.Change(clock.instant(), null, Cause.SYSTEM));
    }
}
