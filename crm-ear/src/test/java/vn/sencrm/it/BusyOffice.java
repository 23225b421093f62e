package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Twenty users at work until the office is closed. */
final class BusyOffice implements AutoCloseable {

    private static final int USERS = 20;
    private static final Duration BETWEEN_CLICKS = Duration.ofMillis(1500);

    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(USERS);
    private final List<BusyUser> users = new ArrayList<>();
    private final List<ScheduledFuture<?>> work = new ArrayList<>();

    private BusyOffice(long seed, boolean withRuns) {
        TestUser boss = TestUsers.administrator();
        IntStream.range(0, USERS).forEach(i -> users.add(new BusyUser(seed + i, boss, withRuns)));
    }

    static BusyOffice open(long seed, boolean withRuns) {
        BusyOffice office = new BusyOffice(seed, withRuns);
        long millis = BETWEEN_CLICKS.toMillis();
        for (int i = 0; i < USERS; i++) {
            office.work.add(office.threads.scheduleWithFixedDelay(
                    office.users.get(i), i * millis / USERS, millis, TimeUnit.MILLISECONDS));
        }
        return office;
    }

    List<BusyUser> users() {
        return users;
    }

    int clicks() {
        return users.stream().mapToInt(BusyUser::clicks).sum();
    }

    List<String> failures() {
        return users.stream().flatMap(user -> user.failures().stream()).toList();
    }

    int lostLogins() {
        return users.stream().mapToInt(BusyUser::lostLogins).sum();
    }

    double slowestSeconds() {
        return users.stream().mapToDouble(BusyUser::slowestSeconds).max().orElse(0);
    }

    /** Everybody ends what they are doing; what broke a user's own program is thrown. */
    @Override
    public void close() {
        work.forEach(user -> user.cancel(false));
        threads.shutdown();
        try {
            if (!threads.awaitTermination(2, TimeUnit.MINUTES)) {
                throw new AssertionError("users still wait for an answer");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Once it is closed: no click failed, nobody had to sign in again, and what was accepted is there. Prints its figures. */
    void assertNobodyNoticed(String name) {
        System.out.printf("figure cluster.%s.clicks %d%n", name, clicks());
        System.out.printf("figure cluster.%s.failed %d%n", name, failures().size());
        System.out.printf("figure cluster.%s.slowest %.1f s%n", name, slowestSeconds());
        assertThat(failures()).isEmpty();
        assertThat(lostLogins()).isZero();
        users.forEach(BusyUser::assertBooksBalance);
    }

    /** Whoever's program broke clicked no more. */
    void assertAllWork() {
        for (ScheduledFuture<?> user : work) {
            if (user.isDone() && !user.isCancelled()) {
                try {
                    user.get();
                } catch (ExecutionException e) {
                    throw new AssertionError("a user gave up", e.getCause());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
