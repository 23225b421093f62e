package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sencrm.it.Api.Answer;

/** The audit searched by REST (AUD-1). */
class AuditApiIT {

    private static final String PATH = "/audit-entries";

    private final TestUser user = TestUsers.administrator();
    private final Api admin = Api.of(user);

    @Test
    void aChangeTellsWhoWhenFromWhereAndFromWhatToWhat() {
        JsonObject customer = customer("Khách " + Unique.word());
        change(customer, "notes", "Gọi lại thứ Hai");
        JsonObject entry = found("record", customer.getString("code"), "field", "notes");
        assertThat(entry.getString("username")).isEqualTo(user.username());
        assertThat(entry.getString("action")).isEqualTo("UPDATE");
        assertThat(entry.getString("cause")).isEqualTo("API");
        assertThat(entry.getString("sourceAddress")).isEqualTo("127.0.0.1");
        assertThat(entry.getJsonObject("record").getString("code")).isEqualTo(customer.getString("code"));
        JsonObject notes = entry.getJsonArray("changes").getJsonObject(0);
        assertThat(notes.isNull("before")).isTrue();
        assertThat(notes.getString("after")).isEqualTo("Gọi lại thứ Hai");
    }

    @Test
    void changesAreFoundByUserActionEntityAndDay() {
        JsonObject customer = customer("Khách " + Unique.word());
        admin.delete("/customers/" + id(customer));
        String word = Unique.word();
        admin.post(
                "/teams",
                Json.createObjectBuilder().add("name", word).add("mode", "NONE").build());

        assertThat(actions("user", user.username())).containsExactly("CREATE", "DELETE", "CREATE");
        assertThat(actions("user", user.username(), "action", "DELETE")).containsExactly("DELETE");
        assertThat(actions("user", user.username(), "entity", "team")).containsExactly("CREATE");
        assertThat(actions("entity", "team", "record", word)).containsExactly("CREATE");
        assertThat(actions("record", "#" + id(customer), "entity", "customer")).containsExactly("DELETE", "CREATE");
        assertThat(actions("user", user.username(), "cause", "FORM")).isEmpty();
        assertThat(actions(
                        "user",
                        user.username(),
                        "to",
                        LocalDate.now().minusDays(2).toString()))
                .isEmpty();
        assertThat(actions(
                        "user",
                        user.username(),
                        "from",
                        LocalDate.now().minusDays(1).toString(),
                        "to",
                        "31/12/2199"))
                .hasSize(3);
    }

    @Test
    void pagesFollowEachOtherWithoutGapsAlsoThroughAMomentThatManyShare() {
        long run = Unique.number();
        Db.update(
                """
                insert into audit_entry (at, actor_id, cause, cause_id, entity, entity_id, version, action, before, after)
                select timestamptz '2026-01-05 10:00+07', ?, 'IMPORT', ?, 'customer', -n, 1, 'CREATE', null, '{"name": "x"}'
                from generate_series(1, 45) n
                """,
                user.id(),
                run);
        List<Long> seen = new ArrayList<>();
        String next = "";
        while (next != null) {
            Answer page = admin.get(PATH, "run", Long.toString(run), "size", "10", "after", next);
            page.items()
                    .forEach(item -> seen.add(
                            ((JsonObject) item).getJsonNumber("entityId").longValue()));
            next = page.json().isNull("next") ? null : page.json().getString("next");
        }
        assertThat(seen).hasSize(45).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> Long.compare(b, a));
    }

    @ParameterizedTest
    @CsvSource({
        "user, nobody-of-this-name, UNKNOWN_USER",
        "entity, spaceship, UNKNOWN_OPTION",
        "cause, MAGIC, UNKNOWN_OPTION",
        "run, twelve, BAD_NUMBER",
        "from, 32/13/2026, BAD_DATE"
    })
    void whatCannotBeLookedForIsNamed(String field, String value, String code) {
        Answer refused = admin.get(PATH, field, value);
        assertThat(refused.status()).isEqualTo(400);
        JsonObject error = refused.errors().getJsonObject(0);
        assertThat(error.getString("field")).isEqualTo(field);
        assertThat(error.getString("code")).isEqualTo(code);
    }

    @Test
    void aCursorOfAnotherSearchIsRefused() {
        customer("Khách " + Unique.word());
        customer("Khách " + Unique.word());
        String next =
                admin.get(PATH, "user", user.username(), "size", "1").json().getString("next");
        Answer refused = admin.get(PATH, "action", "DELETE", "after", next);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("CURSOR_MISMATCH");
    }

    @Test
    void onlyWhoMayViewTheAuditSearchesIt() {
        assertThat(Api.of(TestUsers.create("MANAGER")).get(PATH).status()).isEqualTo(403);
        assertThat(Api.anonymous().get(PATH).status()).isEqualTo(401);
    }

    @Test
    void whoSeesOwnCustomersOnlyFindsNoChangesOfOthers() {
        String role = "AUDITOR_" + Unique.number();
        Db.update(
                "insert into app_role (code, name_vi, name_en, record_scope) values (?, ?, ?, 'OWN')",
                role,
                role,
                role);
        Db.update("insert into app_role_right values (?, 'audit.view'), (?, 'customer.view')", role, role);
        Api auditor = Api.of(TestUsers.create(role));
        JsonObject customer = customer("Khách " + Unique.word());
        assertThat(auditor.get(PATH, "record", customer.getString("code")).items())
                .isEmpty();
        assertThat(admin.get(PATH, "record", customer.getString("code")).items())
                .hasSize(1);
    }

    @Test
    void aPrivateTagOfAnotherUserStaysPrivate() {
        String tag = Unique.word();
        TestUser other = TestUsers.staff();
        Api.of(other).post("/tags", Json.createObjectBuilder().add("name", tag).build());
        assertThat(admin.get(PATH, "entity", "tag", "record", tag).items()).isEmpty();
    }

    private JsonObject customer(String name) {
        return admin.post(
                        "/customers",
                        Json.createObjectBuilder().add("name", name).build())
                .json();
    }

    private void change(JsonObject customer, String field, String value) {
        admin.patch(
                "/customers/" + id(customer),
                Json.createObjectBuilder()
                        .add("version", customer.getInt("version"))
                        .add(field, value)
                        .build());
    }

    private static long id(JsonObject customer) {
        return customer.getJsonNumber("id").longValue();
    }

    private JsonObject found(String... asked) {
        return admin.get(PATH, asked).items().getJsonObject(0);
    }

    private List<String> actions(String... asked) {
        return admin.get(PATH, asked).items().stream()
                .map(item -> ((JsonObject) item).getString("action"))
                .toList();
    }
}
