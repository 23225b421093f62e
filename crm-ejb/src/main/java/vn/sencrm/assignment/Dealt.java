package vn.sencrm.assignment;

import java.util.List;
import java.util.stream.LongStream;

/**
 * What a dealing decided; the caller writes it.
 *
 * @param owners for each customer in the caller's order the user who gets it, {@link #NOBODY} for the team's queue
 *     (the customer then has the team and no owner); those for nobody stand last
 * @param members every member of the team in its order, with what they got
 */
public record Dealt(long[] owners, List<Share> members) {

    /** Stands for a customer that nobody can take. */
    public static final long NOBODY = 0;

    /**
     * One member's part.
     *
     * @param passedOver why not as much as the others; null for a member who took part to the end
     */
    public record Share(long userId, int given, PassedOver passedOver) {}

    /** How many nobody could take. */
    public int queued() {
        return (int) LongStream.of(owners).filter(owner -> owner == NOBODY).count();
    }
}
