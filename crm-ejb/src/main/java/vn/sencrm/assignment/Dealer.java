package vn.sencrm.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import vn.sencrm.common.Internal;
import vn.sencrm.common.NotFoundException;

/**
 * Decides by a team's rule who gets how many customers (90-rules, Assignment). The team's turn stays locked until the
 * caller's transaction ends, so that dealings on all servers follow one another and each begins where the last that
 * was committed ended; one that is rolled back has never been.
 */
@Internal
@ApplicationScoped
public class Dealer {

    @Inject
    AssignmentSql sql;

    @Inject
    Clock clock;

    private final SecureRandom random = new SecureRandom();

    /**
     * Deals any number of customers in a handful of statements and notes in the log who got how many, and who was
     * passed over and why. The caller writes the owners in the same transaction, and before it deals again: limits
     * count what is written.
     *
     * @throws NotFoundException when there is no such team
     * @throws TeamWithoutRuleException when the team deals nothing out
     */
    @Transactional(TxType.MANDATORY)
    public Dealt deal(long teamId, int customers) {
        Dealt dealt = decide(teamId, customers);
        if (customers > 0) {
            sql.log(teamId, clock.instant(), dealt);
        }
        return dealt;
    }

    /**
     * For a caller that locks other things before it knows how many customers there are to deal: the turns of these
     * teams, first of all and in order of their ids.
     */
    @Transactional(TxType.MANDATORY)
    public void lockTurns(List<Long> teamIds) {
        teamIds.stream().sorted().forEach(sql::lockTurn);
    }

    /** As {@link #deal}, but a dealing in which nobody gets anything leaves no trace: for a queue that is tried often. */
    @Transactional(TxType.MANDATORY)
    Dealt tryToDeal(long teamId, int customers) {
        Dealt dealt = decide(teamId, customers);
        if (Rounds.dealt(dealt.owners()) > 0) {
            sql.log(teamId, clock.instant(), dealt);
        }
        return dealt;
    }

    private Dealt decide(long teamId, int customers) {
        AssignmentSql.Rule rule = sql.lockTurn(teamId).orElseThrow(() -> new NotFoundException("team", teamId));
        if (!rule.deals()) {
            throw new TeamWithoutRuleException(rule.teamName());
        }
        sql.lockMembers(teamId);
        List<AssignmentSql.Member> members = sql.members(teamId, LocalDate.now(clock));
        long[] owners = rule.isRandom()
                ? Rounds.atRandom(seats(members), customers, random)
                : Rounds.inTurn(seats(from(members, rule.lastUserId())), customers);
        int dealt = Rounds.dealt(owners);
        if (dealt > 0) {
            sql.moveTurn(teamId, owners[dealt - 1]);
        }
        return new Dealt(owners, shares(members, owners));
    }

    private static List<Rounds.Seat> seats(List<AssignmentSql.Member> members) {
        return members.stream()
                .filter(member -> member.passedOver() == null)
                .map(member -> new Rounds.Seat(member.userId(), member.room()))
                .toList();
    }

    /** The members in order, beginning with the one after the last who got something. */
    private static List<AssignmentSql.Member> from(List<AssignmentSql.Member> members, Long lastUserId) {
        List<AssignmentSql.Member> ring = new ArrayList<>(members);
        for (int i = 0; i < members.size(); i++) {
            if (Long.valueOf(members.get(i).userId()).equals(lastUserId)) {
                Collections.rotate(ring, -(i + 1));
                return ring;
            }
        }
        return ring;
    }

    private static List<Dealt.Share> shares(List<AssignmentSql.Member> members, long[] owners) {
        Map<Long, Integer> given = new HashMap<>();
        LongStream.of(owners).forEach(owner -> given.merge(owner, 1, Integer::sum));
        return members.stream()
                .map(member -> share(member, given.getOrDefault(member.userId(), 0)))
                .toList();
    }

    private static Dealt.Share share(AssignmentSql.Member member, int given) {
        boolean full = member.passedOver() == null && given == member.room();
        return new Dealt.Share(member.userId(), given, full ? PassedOver.FULL : member.passedOver());
    }
}
