package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever writes them, customers refer to catalogue entries, teams and people that exist. */
class CustomerReferencesIT {

    private static final String FOREIGN_KEY = "23503";

    private static final long NOBODY = -7;

    private static final String INSERT =
            """
            insert into customer (id, code, kind, stage, name, name_fold, creator_id, created_at, updated_at, status_id)
            select nextval('customer_seq'), ?, 'INDIVIDUAL', 'LEAD', 'Khách', 'khach', u.id, now(), now(), ?
            from app_user u order by u.id limit 1
            """;

    /** What one does at a time stays open until it is rolled back after the test. */
    private Connection connection;

    private long status;

    @BeforeEach
    void makeAStatus() throws SQLException {
        connection = Sen.connect();
        connection.setAutoCommit(false);
        String code = Unique.word();
        status = Db.number(
                "insert into customer_status (id, code, name_vi, name_en, position)"
                        + " values (nextval('catalogue_seq'), ?, ?, ?, 1000) returning id",
                code.toUpperCase(),
                code,
                code);
    }

    @AfterEach
    void takeAllBack() throws SQLException {
        connection.rollback();
        connection.close();
        Db.update("delete from customer_status where id = ?", status);
    }

    static Stream<String> references() {
        return Stream.of("status_id", "category_id", "tier_id", "source_id", "team_id", "owner_id", "creator_id");
    }

    @ParameterizedTest
    @MethodSource("references")
    void aCustomerIsNotChangedToReferToWhatDoesNotExist(String column) throws SQLException {
        insert(Unique.word(), status);
        assertThatThrownBy(() -> run("update customer set " + column + " = ? where status_id = ?", NOBODY, status))
                .satisfies(CustomerReferencesIT::isRefused);
    }

    @ParameterizedTest
    @MethodSource("references")
    void aCustomerIsNotMadeThatRefersToWhatDoesNotExist(String column) {
        String others = column.equals("creator_id") ? "" : ", creator_id";
        assertThatThrownBy(() -> run(
                        """
                        insert into customer (id, code, kind, stage, name, name_fold, created_at, updated_at, %s%s)
                        select nextval('customer_seq'), ?, 'INDIVIDUAL', 'LEAD', 'Khách', 'khach', now(), now(), ?%s
                        from app_user u order by u.id limit 1
                        """
                                .formatted(column, others, others.isEmpty() ? "" : ", u.id"),
                        Unique.word(),
                        NOBODY))
                .satisfies(CustomerReferencesIT::isRefused);
    }

    @Test
    void aStatusThatACustomerHasIsNotDeleted() throws SQLException {
        insert(Unique.word(), status);
        assertThatThrownBy(() -> run("delete from customer_status where id = ?", status))
                .satisfies(CustomerReferencesIT::isRefused);
    }

    @Test
    void aStatusIsNotDeletedWhileACustomerIsBeingGivenIt() throws SQLException {
        insert(Unique.word(), status);
        CompletableFuture<Integer> deletion =
                CompletableFuture.supplyAsync(() -> Db.update("delete from customer_status where id = ?", status));
        Await.until("the deletion waits for the customer", Duration.ofSeconds(10), this::someoneWaitsForUs);
        connection.commit();
        assertThatThrownBy(deletion::join)
                .isInstanceOf(CompletionException.class)
                .hasMessageContaining("status_id");
        Db.update("delete from customer where status_id = ?", status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"commit", "rollback"})
    void aCustomerWaitsForTheDeletionOfTheStatusThatItIsGiven(String end) throws SQLException {
        run("delete from customer_status where id = ?", status);
        String code = Unique.word();
        CompletableFuture<Integer> insertion = CompletableFuture.supplyAsync(() -> Db.update(INSERT, code, status));
        Await.until("the customer waits for the deletion", Duration.ofSeconds(10), this::someoneWaitsForUs);
        if (end.equals("commit")) {
            connection.commit();
            assertThatThrownBy(insertion::join).hasMessageContaining("status_id");
        } else {
            connection.rollback();
            assertThat(insertion.join()).isEqualTo(1);
            Db.update("delete from customer where status_id = ?", status);
        }
    }

    private boolean someoneWaitsForUs() {
        try (PreparedStatement statement =
                        connection.prepareStatement("select exists (select from pg_locks w where not w.granted"
                                + " and pg_backend_pid() = any (pg_blocking_pids(w.pid)))");
                var rows = statement.executeQuery()) {
            return rows.next() && rows.getBoolean(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void insert(String code, long statusId) throws SQLException {
        assertThat(run(INSERT, code, statusId)).isEqualTo(1);
    }

    private int run(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return statement.executeUpdate();
        }
    }

    private static void isRefused(Throwable refusal) {
        assertThat(((SQLException) refusal).getSQLState()).isEqualTo(FOREIGN_KEY);
    }
}
