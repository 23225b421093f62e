package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sencrm.it.Api.Answer;
import vn.sencrm.it.page.MergePage;
import vn.sencrm.it.page.Window;

/** Whole groups of duplicates that become one by a rule, in the background (MRG-7), and what that does to the pairs. */
class GroupMergeIT {

    private final TestUser user = TestUsers.administrator();
    private final Api admin = Api.of(user);
    private final String phone = Unique.phone();

    @Test
    void theOldestOfAGroupTakesTheOthersOfItsStageInAndGivesThemBack() {
        long oldest = customer("LEAD", "");
        long second = customer("LEAD", "Kế toán");
        long third = customer("LEAD", "");
        long contact = customer("CONTACT", "");
        long stranger = stranger();
        assertThat(groupOf(oldest)).containsExactlyInAnyOrder(oldest, second, third, contact);
        JsonObject run = TestBulk.ended(admin, merge("OLDEST", oldest, second, third, contact, stranger));
        assertThat(TestBulk.count(run, "done")).isEqualTo(2);
        assertThat(TestBulk.count(run, "unchanged")).isEqualTo(1);
        assertThat(TestBulk.count(run, "refused")).isEqualTo(2);
        assertThat(leadsTo(second)).isEqualTo(oldest);
        assertThat(leadsTo(third)).isEqualTo(oldest);
        assertThat(admin.get("/customers/" + oldest).json().getString("jobTitle"))
                .isEqualTo("Kế toán");
        assertThat(groupOf(oldest)).containsExactlyInAnyOrder(oldest, contact);
        JsonObject undo = TestBulk.ended(
                admin, admin.post("/bulk-actions/" + run.getInt("id") + "/undo", JsonValue.EMPTY_JSON_OBJECT));
        assertThat(TestBulk.count(undo, "done")).isEqualTo(2);
        assertThat(Stream.of(oldest, second, third)
                        .map(id -> admin.get("/customers/" + id).status()))
                .containsOnly(200);
        assertThat(admin.get("/customers/" + oldest).json().isNull("jobTitle")).isTrue();
        assertThat(groupOf(oldest)).containsExactlyInAnyOrder(oldest, second, third, contact);
    }

    @Test
    void theMostCompleteStaysWhereThatIsTheRule() {
        long bare = customer("LEAD", "");
        long complete = customer("LEAD", "Giám đốc");
        TestBulk.ended(admin, merge("MOST_COMPLETE", bare, complete));
        assertThat(leadsTo(bare)).isEqualTo(complete);
    }

    @Test
    void anUnknownRuleIsRefusedByItsName() {
        Answer refused = merge("YOUNGEST", customer("LEAD", ""));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errors().getJsonObject(0).getString("field")).contains("rule");
    }

    @Test
    void mergingTwoByHandTakesThemOutOfTheDuplicatesAndUndoingBringsThemBack() {
        long one = customer("LEAD", "");
        long other = customer("LEAD", "");
        Answer merged = admin.post(
                "/merges",
                Json.createObjectBuilder()
                        .add("masterId", one)
                        .add("slaveIds", Json.createArrayBuilder().add(other))
                        .add(
                                "versions",
                                Json.createObjectBuilder().add("" + one, 1).add("" + other, 1))
                        .build());
        assertThat(merged.status()).as(merged.body()).isEqualTo(201);
        assertThat(groupOf(one)).isEmpty();
        admin.post("/merges/" + merged.json().getInt("id") + "/undo", JsonValue.EMPTY_JSON_OBJECT);
        assertThat(groupOf(one)).containsExactlyInAnyOrder(one, other);
    }

    @ParameterizedTest
    @Tag("full")
    @CsvSource({"1280,vi,light", "360,en,dark"})
    void aGroupIsLookedAtAndMergedOnItsPage(int width, String language, String theme) {
        long oldest = customer("LEAD", "");
        long second = customer("LEAD", "");
        long third = customer("LEAD", "");
        try (Window window = Window.of(width, language, theme)) {
            window.signIn(user);
            MergePage.mergeGroup(window, oldest);
            Await.until(
                    "the merge of the group",
                    Duration.ofSeconds(30),
                    () -> leadsTo(second) == oldest && leadsTo(third) == oldest);
        }
    }

    private Answer merge(String rule, long... ids) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        for (long id : ids) {
            all.add(id);
        }
        return admin.post(
                "/bulk-actions",
                Json.createObjectBuilder()
                        .add("action", "merge")
                        .add("ids", all)
                        .add("expected", ids.length)
                        .add("args", Json.createObjectBuilder().add("rule", rule))
                        .build());
    }

    private long customer(String stage, String jobTitle) {
        return created(stage, jobTitle, phone);
    }

    private long stranger() {
        return created("LEAD", "", Unique.phone());
    }

    private long created(String stage, String jobTitle, String number) {
        Answer answer = admin.post(
                "/customers?onDuplicate=allow",
                Json.createObjectBuilder()
                        .add("kind", "INDIVIDUAL")
                        .add("stage", stage)
                        .add("name", "Khách " + Unique.word())
                        .add("jobTitle", jobTitle)
                        .add("phones", Json.createArrayBuilder().add(number))
                        .build());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().getJsonNumber("id").longValue();
    }

    /** The customer to whom an address leads; the customer itself when it is by itself. */
    private long leadsTo(long id) {
        Answer answer = admin.get("/customers/" + id);
        String place = answer.status() == 308 ? answer.header("location") : "/" + id;
        return Long.parseLong(place.substring(place.lastIndexOf('/') + 1));
    }

    private static List<Long> groupOf(long id) {
        return Db.texts(
                        "select m.customer_id from duplicate_member m"
                                + " join duplicate_member o on o.group_id = m.group_id where o.customer_id = ?",
                        id)
                .stream()
                .map(Long::valueOf)
                .toList();
    }
}
