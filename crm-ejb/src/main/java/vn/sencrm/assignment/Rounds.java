package vn.sencrm.assignment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * The arithmetic of dealing. Of m customers each of k seats with room enough gets ⌊m/k⌋ or ⌈m/k⌉; a seat without
 * room drops out, and the rounds go on among the others.
 */
final class Rounds {

    /**
     * Somebody who takes customers.
     *
     * @param room how many at most
     */
    record Seat(long userId, int room) {}

    private Rounds() {}

    /** One after the other, beginning with the first seat. What nobody has room for is {@link Dealt#NOBODY}'s. */
    static long[] inTurn(List<Seat> seats, int customers) {
        long[] owners = new long[customers];
        int[] room = seats.stream().mapToInt(Seat::room).toArray();
        int dealt = 0;
        int before;
        do {
            before = dealt;
            for (int seat = 0; seat < room.length && dealt < customers; seat++) {
                if (room[seat] > 0) {
                    room[seat]--;
                    owners[dealt++] = seats.get(seat).userId();
                }
            }
        } while (dealt > before);
        return owners;
    }

    /** As even as in turn; who gets one more, and who gets which, is left to chance. */
    static long[] atRandom(List<Seat> seats, int customers, Random random) {
        List<Seat> shuffled = new ArrayList<>(seats);
        Collections.shuffle(shuffled, random);
        long[] owners = inTurn(shuffled, customers);
        for (int last = dealt(owners) - 1; last > 0; last--) {
            int other = random.nextInt(last + 1);
            long owner = owners[last];
            owners[last] = owners[other];
            owners[other] = owner;
        }
        return owners;
    }

    /** How many somebody got; those stand first. */
    static int dealt(long[] owners) {
        int dealt = owners.length;
        while (dealt > 0 && owners[dealt - 1] == Dealt.NOBODY) {
            dealt--;
        }
        return dealt;
    }
}
