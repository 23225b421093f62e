package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A server that freezes while it sends an import's rows by COPY, where the database itself sets no limit. */
@Tag("cluster")
class ClusterReadingIT {

    private static final Duration PATIENCE = Duration.ofSeconds(180);

    /** In the second COPY, of ten thousand rows each; what follows is more than the sockets between take. */
    private static final int PAUSE_AT = 10_500;

    private static final int ROWS = 16_000;
    private static final String NOTES = "x".repeat(2_500);
    private static final int LOCK = 20_261_126;

    private static final String RUN =
            "select coalesce(split_part(owner, ':', 1), 'nobody') from import_run where id = ?";
    private static final String COPIES =
            "select count(*) from pg_stat_activity where query like 'copy import_row%' and state = 'active' and ";

    private final Api api = Api.of(TestUsers.administrator());
    private final String word = Unique.word();

    @BeforeEach
    void readingStopsAtARow() throws SQLException {
        Cluster.complete();
        try (Connection connection = Sen.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    """
                    create or replace function it_pause() returns trigger language plpgsql as $$
                    begin
                        if new.row_no = %d then perform pg_advisory_xact_lock(%d); end if;
                        return new;
                    end $$"""
                            .formatted(PAUSE_AT, LOCK));
            statement.execute(
                    "create trigger it_pause before insert on import_row for each row execute function it_pause()");
        }
    }

    @AfterEach
    void readingStopsNoMore() {
        Cluster.wake("a");
        Db.update("drop function it_pause() cascade");
    }

    @Test
    void aServerFrozenInTheMidstOfACopyLosesItsImportWhichEndsAsUndisturbed() throws SQLException {
        long run = freezeInACopy();
        Await.until("the takeover", Cluster.TAKEOVER, () -> !Db.text(RUN, run).equals("a"));
        assertComplete(run);
        assertThat(Db.number(COPIES + "true")).isZero();
        Cluster.wake("a");
        Await.until("the frozen server", PATIENCE, () -> Cluster.isReady("a"));
        assertComplete(run);
    }

    private long freezeInACopy() throws SQLException {
        try (Connection connection = Sen.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(" + LOCK + ")");
            long run = Sen.at("a", () -> TestImports.id(TestImports.sendCsv(api, csv(), "{}")));
            Await.until(
                    "the row at which the COPY waits",
                    PATIENCE,
                    () -> Db.number(COPIES + "wait_event = 'advisory'") == 1);
            assertThat(Db.text(RUN, run)).isEqualTo("a");
            Cluster.freeze("a");
            statement.execute("select pg_advisory_unlock(" + LOCK + ")");
            Await.until(
                    "the COPY to wait for the frozen server",
                    PATIENCE,
                    () -> Db.number(COPIES + "wait_event = 'ClientRead'") == 1);
            return run;
        }
    }

    private String csv() {
        return IntStream.range(0, ROWS)
                .mapToObj(i -> "Khách " + word + " " + i + "," + (i % 20 == 0 ? "12x" : Unique.phone()) + "," + NOTES)
                .collect(Collectors.joining("\n", "Tên khách hàng,SĐT,Ghi chú\n", "\n"));
    }

    private void assertComplete(long run) {
        JsonObject imported = TestImports.ended(api, run);
        assertThat(imported.getString("state")).as(imported.toString()).isEqualTo("DONE_WITH_ERRORS");
        assertThat(TestImports.count(imported, "read")).isEqualTo(ROWS);
        assertThat(TestImports.count(imported, "created")).isEqualTo(ROWS - ROWS / 20);
        assertThat(TestImports.count(imported, "refused")).isEqualTo(ROWS / 20);
        assertThat(Db.number("select count(*) from import_row where run_id = ?", run))
                .isEqualTo(ROWS);
        assertThat(Db.number(
                        "select count(distinct name) from customer where name like ? and length(notes) = ?",
                        "Khách " + word + " %",
                        NOTES.length()))
                .isEqualTo(ROWS - ROWS / 20);
        assertThat(Db.number("select count(*) from audit_entry where cause = 'IMPORT' and cause_id = ?", run))
                .isEqualTo(ROWS - ROWS / 20);
    }
}
