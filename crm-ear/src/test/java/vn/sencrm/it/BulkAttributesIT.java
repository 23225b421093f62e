package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.sencrm.it.Api.Answer;

/** Attributes of many customers at once (CUS-3, CUS-12). */
class BulkAttributesIT {

    private final TestUser user = TestUsers.administrator();
    private final Api api = Api.of(user);

    private static final String SIZE = TestAttributes.define("CHOICE", "S", "L").getString("code");
    private static final String MANY =
            TestAttributes.define("MULTI_CHOICE", "A", "B").getString("code");
    private static final String NOTE = TestAttributes.define("TEXT").getString("code");

    @Test
    void severalAttributesAreSetBesideWhatIsThereAndPutBack() {
        List<Long> ids = TestCustomers.sharingOneTime(user, 4);
        patch(ids.get(0), Json.createObjectBuilder().add(NOTE, "giữ lại").add(SIZE, "S"));
        patch(ids.get(1), Json.createObjectBuilder().add(SIZE, "L").add(MANY, array("A", "B")));
        long id = TestBulk.id(
                ask(ids, Json.createObjectBuilder().add(SIZE, "Chọn L").add(MANY, array("B", "A"))));
        assertThat(TestBulk.counts(TestBulk.ended(api, id))).containsExactly(3, 1, 0, 0);
        assertThat(attributes(ids.get(0)))
                .isEqualTo(Json.createObjectBuilder()
                        .add(MANY, array("A", "B"))
                        .add(NOTE, "giữ lại")
                        .add(SIZE, "L")
                        .build());
        patch(ids.get(3), Json.createObjectBuilder().add(SIZE, "S"));

        JsonObject undo = TestBulk.ended(api, TestBulk.post(api, id, "undo"));
        assertThat(TestBulk.counts(undo)).containsExactly(2, 0, 0, 1);
        assertThat(undo.getJsonArray("report").getJsonObject(0).getString("reason"))
                .isEqualTo("CHANGED_SINCE");
        assertThat(attributes(ids.get(0)))
                .isEqualTo(Json.createObjectBuilder()
                        .add(NOTE, "giữ lại")
                        .add(SIZE, "S")
                        .build());
        assertThat(attributes(ids.get(2))).isEmpty();
        assertThat(Db.number("select count(*) from customer where id = ? and attributes is null", ids.get(2)))
                .isEqualTo(1);
    }

    @Test
    void anEmptyValueClears() {
        List<Long> ids = TestCustomers.sharingOneTime(user, 2);
        patch(ids.get(0), Json.createObjectBuilder().add(NOTE, "bỏ"));
        long id = TestBulk.id(ask(ids, Json.createObjectBuilder().add(NOTE, JsonValue.NULL)));
        assertThat(TestBulk.counts(TestBulk.ended(api, id))).containsExactly(1, 1, 0, 0);
        assertThat(attributes(ids.get(0))).isEmpty();
        TestBulk.ended(api, TestBulk.post(api, id, "undo"));
        assertThat(attributes(ids.get(0)).getString(NOTE)).isEqualTo("bỏ");
    }

    @Test
    void everyChangeIsAuditedUnderTheNameOfTheRun() {
        List<Long> ids = TestCustomers.sharingOneTime(user, 1);
        long id = TestBulk.id(ask(ids, Json.createObjectBuilder().add(SIZE, "L")));
        TestBulk.ended(api, id);
        assertThat(Db.text(
                        "select cause || ' ' || cause_id || ' ' || version || ' ' || before || ' ' || after from audit_entry"
                                + " where entity = 'customer' and entity_id = ?",
                        ids.get(0)))
                .isEqualTo("BULK %d 2 {\"attributes.%2$s\": null} {\"attributes.%2$s\": \"L\"}".formatted(id, SIZE));
    }

    @Test
    void aCustomerOfAKindWithoutTheAttributeIsRefusedByName() {
        String own = TestAttributes.define("CHOICE", "S", "L").getString("code");
        List<Long> ids = TestCustomers.sharingOneTime(user, 2);
        Db.update("update customer set kind = 'SHOP' where id = ?", ids.get(0));
        Db.update("update customer_attribute set kinds = '{SHOP}' where code = ?", own);
        JsonObject run = TestBulk.ended(api, ask(ids, Json.createObjectBuilder().add(own, "L")));
        assertThat(TestBulk.counts(run)).containsExactly(1, 0, 0, 1);
        assertThat(run.getJsonArray("report").getJsonObject(0).getString("reason"))
                .isEqualTo("NOT_OF_KIND");
        assertThat(attributes(ids.get(1))).isEmpty();
    }

    @Test
    void aChoiceThatIsGoneByThenIsNotPutBack() {
        String own = TestAttributes.define("CHOICE", "S", "L").getString("code");
        List<Long> ids = TestCustomers.sharingOneTime(user, 1);
        patch(ids.get(0), Json.createObjectBuilder().add(own, "S"));
        long id = TestBulk.id(ask(ids, Json.createObjectBuilder().add(own, "L")));
        TestBulk.ended(api, id);
        Db.update(
                "delete from customer_attribute_choice o using customer_attribute a"
                        + " where a.id = o.attribute_id and a.code = ? and o.code = 'S'",
                own);
        JsonObject undo = TestBulk.ended(api, TestBulk.post(api, id, "undo"));
        assertThat(undo.getJsonArray("report").getJsonObject(0).getString("reason"))
                .isEqualTo("VALUE_GONE");
        assertThat(attributes(ids.get(0)).getString(own)).isEqualTo("L");
    }

    @Test
    void whatIsWrongIsToldByTheAttributesName() {
        List<Long> ids = TestCustomers.sharingOneTime(user, 1);
        assertProblem(TestBulk.ask(api, "attributes", ids, JsonValue.EMPTY_JSON_OBJECT), "attributes", "REQUIRED");
        assertProblem(ask(ids, Json.createObjectBuilder()), "attributes", "REQUIRED");
        assertProblem(ask(ids, Json.createObjectBuilder().add(SIZE, "XXL")), "attributes." + SIZE, "UNKNOWN_OPTION");
        assertProblem(
                ask(ids, Json.createObjectBuilder().add("khong_co", "x")), "attributes.khong_co", "UNKNOWN_ATTRIBUTE");
        assertProblem(
                ask(ids, Json.createObjectBuilder().add(NOTE, Json.createObjectBuilder())),
                "attributes." + NOTE,
                "BAD_VALUE");
    }

    @Test
    void whatIsRequiredCannotBeCleared() {
        JsonObject definition = TestAttributes.requiredOf("HOUSEHOLD");
        try {
            String code = definition.getString("code");
            assertProblem(
                    ask(
                            TestCustomers.sharingOneTime(user, 1),
                            Json.createObjectBuilder().add(code, "")),
                    "attributes." + code,
                    "REQUIRED");
        } finally {
            TestAttributes.archive(definition);
        }
    }

    private Answer ask(List<Long> ids, JsonObjectBuilder attributes) {
        return TestBulk.ask(
                api,
                "attributes",
                ids,
                Json.createObjectBuilder().add("attributes", attributes).build());
    }

    private void patch(long id, JsonObjectBuilder attributes) {
        Answer answer = api.patch(
                "/customers/" + id,
                Json.createObjectBuilder()
                        .add("version", api.get("/customers/" + id).json().getInt("version"))
                        .add("attributes", attributes)
                        .build());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private JsonObject attributes(long id) {
        return api.get("/customers/" + id).json().getJsonObject("attributes");
    }

    private static JsonArray array(String... codes) {
        return Json.createArrayBuilder(List.of(codes)).build();
    }

    private static void assertProblem(Answer answer, String field, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.errors().getJsonObject(0).getString("field")).isEqualTo(field);
        assertThat(answer.errors().getJsonObject(0).getString("code")).isEqualTo(code);
    }
}
