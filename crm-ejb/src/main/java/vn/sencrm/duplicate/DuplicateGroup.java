package vn.sencrm.duplicate;

import java.io.Serializable;
import java.util.List;
import vn.sencrm.customer.CustomerKind;
import vn.sencrm.customer.CustomerStage;
import vn.sencrm.customer.MatchReason;

/**
 * Customers that hang together as duplicates.
 *
 * @param id the group's number
 * @param strength from 1 to 99, of its strongest pair
 * @param reasons of all its pairs, the strongest first
 * @param size how many there are, of whom {@code members} are the first
 * @param pairs of the members that the user sees
 */
public record DuplicateGroup(
        long id, int strength, List<MatchReason> reasons, int size, List<Member> members, List<Match> pairs)
        implements Serializable {

    /**
     * One customer of a group. Of one that the user may not see, only its owner's name is told: id is 0 and the rest null.
     *
     * @param reasons why it is in the group
     */
    public record Member(
            long id,
            String code,
            String name,
            CustomerKind kind,
            CustomerStage stage,
            String phone,
            String email,
            String ownerName,
            List<MatchReason> reasons)
            implements Serializable {

        public boolean isVisible() {
            return id != 0;
        }
    }

    /** Two customers of a group and why they are in it. */
    public record Match(long one, long other, List<MatchReason> reasons) implements Serializable {}

    /** Whether one reason stands for itself. */
    public boolean isStrong() {
        return reasons.stream().anyMatch(MatchReason::isStrong);
    }
}
