package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.sencrm.it.Api.Answer;

/**
 * An import of tags that is being taken back: its first part is, its last one waits for a tag that another transaction
 * holds until the database ends with its server, so that both can be killed in between.
 */
final class HalfUndoneTags implements AutoCloseable {

    /** More than two steps. */
    private static final int ROWS = 20_010;

    private static final String HEADER = "Tên nhãn,Dùng chung\n";
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final TestUser user;
    private final Api api;
    private final String word = Unique.word();
    private String before;
    private long run;
    private Connection holder;

    private HalfUndoneTags(TestUser user) {
        this.user = user;
        this.api = Api.of(user);
    }

    static HalfUndoneTags begin(TestUser user) throws SQLException {
        HalfUndoneTags tags = new HalfUndoneTags(user);
        tags.importThem();
        tags.holdLast();
        tags.undo();
        return tags;
    }

    /** One is there before and is changed, the others are new. */
    private void importThem() {
        imported(HEADER + "Nhãn " + word + " 1,\n");
        before = exported();
        JsonObject ended = imported(IntStream.rangeClosed(1, ROWS)
                .mapToObj(i -> "NHÃN " + word + " " + i + (i == 1 ? ",x" : ","))
                .collect(Collectors.joining("\n", HEADER, "\n")));
        assertThat(TestImports.count(ended, "created")).isEqualTo(ROWS - 1);
        assertThat(TestImports.count(ended, "updated")).isEqualTo(1);
        run = ended.getJsonNumber("id").longValue();
    }

    private JsonObject imported(String csv) {
        Answer sent = TestImports.send(
                api, "tags", "nhan.csv", csv.getBytes(StandardCharsets.UTF_8), "{\"onMatch\":\"OVERWRITE\"}");
        return TestImports.ended(api, sent);
    }

    private void holdLast() throws SQLException {
        holder = Sen.connect();
        holder.setAutoCommit(false);
        try (PreparedStatement lock = holder.prepareStatement("select id from tag where name = ? for update")) {
            lock.setString(1, "NHÃN " + word + " " + ROWS);
            lock.executeQuery();
        }
    }

    private void undo() {
        Answer asked = api.send("POST", "/import-runs/" + run + "/undo", null, BodyPublishers.noBody());
        assertThat(asked.status()).as(asked.body()).isEqualTo(200);
        Await.until(
                "the first part",
                PATIENCE,
                () -> Db.number("select count(*) from import_change where run_id = ? and undo is not null", run) > 0);
    }

    void assertUndoneOnce() {
        Await.until("the end of the undo", PATIENCE, () -> TestImports.state(api, run)
                .equals("UNDONE"));
        JsonObject undo = TestImports.run(api, run).getJsonObject("undo");
        assertThat(undo.getInt("undone")).isEqualTo(ROWS);
        assertThat(undo.getInt("left")).isZero();
        String told = "from audit_entry where cause = 'IMPORT_UNDO' and cause_id = ?";
        assertThat(Db.number("select count(*) " + told, run)).isEqualTo(ROWS);
        assertThat(Db.number("select count(distinct entity_id) " + told, run)).isEqualTo(ROWS);
        assertThat(exported()).isEqualTo(before);
    }

    private String exported() {
        return Visit.signedIn(user).get("/catalogue/file?format=csv&of=tags").body();
    }

    @Override
    public void close() throws SQLException {
        holder.close();
    }
}
