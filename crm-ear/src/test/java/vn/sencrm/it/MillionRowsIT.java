package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A workbook of a million rows, half of which change customers, while the server is killed at random moments. */
@Tag("full")
class MillionRowsIT {

    private static final int ROWS = Integer.getInteger("sen.rows", 1_000_000);
    private static final int KNOWN = ROWS / 2;
    private static final int KILLS = 3;
    private static final long SEED = Long.getLong("sen.seed", System.currentTimeMillis());
    private static final Duration PATIENCE = Duration.ofMinutes(40);
    private static final List<String> HEADERS =
            List.of("Mã khách hàng", "Tên khách hàng", "SĐT", "Địa chỉ", "Tỉnh/thành", "Ghi chú");

    private final TestUser user = TestUsers.administrator();
    private final Api api = Api.of(user);
    private final Random random = new Random(SEED);
    private final String word = Unique.word();

    @Test
    void everyRowIsWrittenOnceAndTakenBackOnceHoweverOftenTheServerIsKilled() {
        assertEnded(sent(KNOWN, "Cũ"), "DONE");
        String before = state();

        long run = sent(ROWS, "Mới");
        killAtRandomMoments(run, "CHECKING", "RUNNING");
        JsonObject ended = assertEnded(run, "DONE");
        assertThat(TestImports.count(ended, "updated")).isEqualTo(KNOWN);
        assertThat(TestImports.count(ended, "created")).isEqualTo(ROWS - KNOWN);
        assertThat(changesOf(run)).isEqualTo(ROWS);
        assertThat(number("notes = 'Mới'")).isEqualTo(ROWS);
        assertThat(number("version = case when created_at < updated_at then 2 else 1 end"))
                .isEqualTo(ROWS);

        api.send("POST", "/import-runs/" + run + "/undo", null, BodyPublishers.noBody());
        killAtRandomMoments(run, "UNDOING");
        assertEnded(run, "UNDONE");
        assertThat(state()).isEqualTo(before);
        System.out.printf(
                "A million rows: seed %d, %d rows, %d kills of the import and of its undo%n", SEED, ROWS, KILLS);
    }

    private long sent(int count, String notes) {
        Path file = TestWorkbook.save(HEADERS, count, i -> new Object[] {
            "M" + word + i, "Khách " + word + " " + i, "0" + (910_000_000 + i), i + " Lê Lợi", "Huế", notes
        });
        return TestImports.id(TestImports.send(api, file, "{\"key\":\"CODE\",\"onMatch\":\"OVERWRITE\"}"));
    }

    private void killAtRandomMoments(long run, String... states) {
        for (int i = 0; i < KILLS && isIn(run, states); i++) {
            double part = (i + random.nextDouble()) / KILLS;
            Await.until("a moment of run " + run, PATIENCE, () -> !isIn(run, states) || part(run) >= part);
            Sen.killServer();
            Sen.startAgain();
        }
    }

    private boolean isIn(long run, String... states) {
        return Set.of(states).contains(TestImports.state(api, run));
    }

    private double part(long run) {
        JsonObject progress = TestImports.run(api, run).getJsonObject("progress");
        return progress.isNull("total") ? 0 : progress.getInt("done") / Math.max(1.0, progress.getInt("total"));
    }

    private JsonObject assertEnded(long run, String state) {
        Await.until("the end of run " + run, PATIENCE, () -> !isIn(run, "MAPPED", "CHECKING", "RUNNING", "UNDOING"));
        JsonObject ended = TestImports.run(api, run);
        assertThat(ended.getString("state")).as(ended + " with seed " + SEED).isEqualTo(state);
        return ended;
    }

    private static long changesOf(long run) {
        return Db.number("select count(*) from audit_entry where cause = 'IMPORT' and cause_id = ?", run);
    }

    private long number(String condition) {
        return Db.number("select count(*) from customer where name like ? and " + condition, "Khách " + word + " %");
    }

    /** Everything that the customers of the workbook are, but for the number of their changes. */
    private String state() {
        return Db.text(
                """
                select count(*) || ' ' || md5(string_agg(md5(customer_document(c, 0)::text || c.updated_at || k.keys), '' order by c.id))
                from customer c cross join lateral (
                    select string_agg(i.kind || i.key, ' ' order by i.kind, i.key) as keys
                    from identity_key i where i.customer_id = c.id) k
                where c.name like ?
                """,
                "Khách " + word + " %");
    }
}
