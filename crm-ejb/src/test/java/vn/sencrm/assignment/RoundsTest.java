package vn.sencrm.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sencrm.assignment.Rounds.Seat;

class RoundsTest {

    private static final int ANY = Integer.MAX_VALUE;

    @Test
    void seatsTakeTurns() {
        assertThat(Rounds.inTurn(seats(ANY, ANY, ANY), 7)).containsExactly(1, 2, 3, 1, 2, 3, 1);
    }

    @ParameterizedTest
    @CsvSource({"0,3", "1,3", "3,3", "7,3", "100000,7", "5,20"})
    void everySeatGetsTheSameOrOneMore(int customers, int seats) {
        List<Seat> all = new ArrayList<>();
        for (int i = 1; i <= seats; i++) {
            all.add(new Seat(i, ANY));
        }
        for (long[] owners :
                List.of(Rounds.inTurn(all, customers), Rounds.atRandom(all, customers, new Random(customers)))) {
            Map<Long, Long> given = given(owners);
            assertThat(given.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(customers);
            for (Seat seat : all) {
                assertThat(given.getOrDefault(seat.userId(), 0L))
                        .isBetween((long) customers / seats, (long) (customers + seats - 1) / seats);
            }
        }
    }

    @Test
    void aFullSeatGetsWhatIsLeftAndTheOthersTheRest() {
        assertThat(Rounds.inTurn(seats(2, ANY, 0), 7)).containsExactly(1, 2, 1, 2, 2, 2, 2);
        assertThat(given(Rounds.atRandom(seats(2, ANY, 0), 7, new Random(1))))
                .containsOnly(Map.entry(1L, 2L), Map.entry(2L, 5L));
    }

    @Test
    void whatNobodyHasRoomForStandsLast() {
        long[] inTurn = Rounds.inTurn(seats(2, 1), 5);
        assertThat(inTurn).containsExactly(1, 2, 1, Dealt.NOBODY, Dealt.NOBODY);
        assertThat(Rounds.dealt(inTurn)).isEqualTo(3);
        assertThat(Rounds.dealt(Rounds.atRandom(seats(2, 1), 5, new Random(1)))).isEqualTo(3);
        assertThat(Rounds.inTurn(List.of(), 2)).containsExactly(Dealt.NOBODY, Dealt.NOBODY);
        assertThat(Rounds.dealt(new long[3])).isZero();
    }

    /** One at a time: each of four seats has its quarter of 4,000, within five standard deviations. */
    @Test
    void chanceFavoursNobody() {
        Random random = new Random(42);
        List<Seat> seats = seats(ANY, ANY, ANY, ANY);
        Map<Long, Long> given = given(LongStream.range(0, 4_000)
                .map(i -> Rounds.atRandom(seats, 1, random)[0])
                .toArray());
        assertThat(given.values()).hasSize(4).allSatisfy(count -> assertThat(count)
                .isBetween(863L, 1_137L));
    }

    /** Who gets the first of a dealing, and who gets one more than the others, is chance as well. */
    @Test
    void chanceDecidesWhoGetsWhich() {
        Random random = new Random(7);
        List<Seat> seats = seats(ANY, ANY, ANY);
        List<Long> firsts = new ArrayList<>();
        List<Long> luckiest = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            long[] owners = Rounds.atRandom(seats, 4, random);
            firsts.add(owners[0]);
            given(owners).forEach((user, count) -> {
                if (count == 2) {
                    luckiest.add(user);
                }
            });
        }
        assertThat(firsts).contains(1L, 2L, 3L);
        assertThat(luckiest).hasSize(100).contains(1L, 2L, 3L);
    }

    private static List<Seat> seats(int... rooms) {
        List<Seat> seats = new ArrayList<>();
        for (int room : rooms) {
            seats.add(new Seat(seats.size() + 1L, room));
        }
        return seats;
    }

    private static Map<Long, Long> given(long[] owners) {
        return LongStream.of(owners).boxed().collect(Collectors.groupingBy(owner -> owner, Collectors.counting()));
    }
}
