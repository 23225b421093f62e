package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What customers lack of the required fields (CHK-1), as the filter {@code missing} tells it. */
class MissingFieldsIT {

    private final TestUser user = TestUsers.staff();
    private final Api api = Api.of(user);

    @Test
    void aCustomerIsListedUnderWhatItLacksUntilThatIsFilledIn() {
        JsonObject customer = create(Json.createObjectBuilder().add("name", "Nguyễn " + Unique.word()));
        assertThat(lacking("phones")).containsExactly(customer.getInt("id"));
        assertThat(lacking("emails")).isEmpty();
        change(customer, Json.createObjectBuilder().add("phones", Unique.phone()));
        assertThat(lacking("phones")).isEmpty();
    }

    @Test
    void whatIsRequiredDependsOnTheStage() {
        JsonObject lead = create(Json.createObjectBuilder()
                .add("name", "Nguyễn " + Unique.word())
                .add("phones", Unique.phone())
                .add("source", "ZALO"));
        assertThat(lacking("emails")).isEmpty();
        api.post(
                "/customers/" + lead.getInt("id") + "/convert",
                Json.createObjectBuilder().add("version", 1).build());
        assertThat(lacking("emails")).containsExactly(lead.getInt("id"));
    }

    @Test
    void manyRowsWrittenAtOnceAreCheckedToo() {
        List<Long> ids = TestCustomers.sharingOneTime(user, 30);
        assertThat(api.get("/customers", "filter", missing("phones"), "size", "1")
                        .json()
                        .getInt("total"))
                .isEqualTo(30);
        Db.update("update customer set phones = '[{\"value\": \"0912345678\"}]' where id = ?", ids.get(0));
        assertThat(lacking("phones")).hasSize(29).doesNotContain(ids.get(0).intValue());
    }

    @Test
    void aDeletedCustomerLacksNothingUntilItIsRestored() {
        JsonObject customer = create(Json.createObjectBuilder().add("name", "Nguyễn " + Unique.word()));
        Api administrator = Api.of(TestUsers.administrator());
        administrator.delete("/customers/" + customer.getInt("id"));
        assertThat(gaps(customer)).isZero();
        administrator.post(
                "/recycle-bin/" + customer.getInt("id") + "/restore",
                Json.createObjectBuilder().build());
        assertThat(gaps(customer)).isEqualTo(1);
    }

    @Test
    void nobodySeesWhatOthersCustomersLack() {
        create(Json.createObjectBuilder().add("name", "Nguyễn " + Unique.word()));
        assertThat(Api.of(TestUsers.staff())
                        .get("/customers", "filter", "{\"field\":\"missing\",\"op\":\"notempty\"}")
                        .items())
                .isEmpty();
    }

    @Test
    void theNightlyJobWorksItOutAnew() {
        JsonObject customer = create(Json.createObjectBuilder().add("name", "Nguyễn " + Unique.word()));
        Db.update("delete from customer_gap where customer_id = ?", (long) customer.getInt("id"));
        Db.update("insert into customer_gap (customer_id, field) values (?, 'notes')", (long) customer.getInt("id"));
        JobsIT.start("checks-nightly");
        Await.until(
                "the check",
                Duration.ofSeconds(90),
                () -> lacking("phones").contains(customer.getInt("id"))
                        && lacking("notes").isEmpty());
        assertThat(lacking("phones")).containsExactly(customer.getInt("id"));
        assertThat(lacking("notes")).isEmpty();
    }

    @Test
    void aRequiredAttributeWithoutAValueIsLackingLikeAnyField() {
        JsonObject old = create(Json.createObjectBuilder()
                .add("name", "Hộ " + Unique.word())
                .add("kind", "HOUSEHOLD")
                .add("phones", Unique.phone()));
        JsonObject definition = TestAttributes.requiredOf("HOUSEHOLD");
        String code = definition.getString("code");
        String field = "attributes." + code;
        try {
            Await.until(
                    "the check", Duration.ofSeconds(90), () -> lacking(field).contains(old.getInt("id")));
            Db.update(
                    "insert into customer (id, code, kind, stage, name, name_fold, owner_id, creator_id, created_at,"
                            + " updated_at) select nextval('customer_seq'), ?, 'HOUSEHOLD', 'LEAD', 'Hộ', 'ho', ?, ?, now(), now()",
                    Unique.word(),
                    user.id(),
                    user.id());
            assertThat(lacking(field)).hasSize(2);
            assertThat(Visit.signedIn(user)
                            .get("/customer/check.xhtml?field=" + field)
                            .body())
                    .contains(old.getString("code"), code);
            change(
                    old,
                    Json.createObjectBuilder()
                            .add("attributes", Json.createObjectBuilder().add(code, "có")));
            assertThat(lacking(field)).hasSize(1).doesNotContain(old.getInt("id"));
            Db.update("update customer set attributes = null where id = ?", (long) old.getInt("id"));
            assertThat(lacking(field)).hasSize(2);
        } finally {
            TestAttributes.archive(definition);
        }
        Await.until("the check", Duration.ofSeconds(90), () -> gaps(old) == 0);
        assertThat(gaps(old)).isZero();
    }

    @Test
    void anUnknownFieldIsRefused() {
        assertThat(api.get("/customers", "filter", missing("nonsense")).code()).isEqualTo("BAD_FILTER");
    }

    private long gaps(JsonObject customer) {
        return Db.number("select count(*) from customer_gap where customer_id = ?", (long) customer.getInt("id"));
    }

    private List<Integer> lacking(String field) {
        return api.get("/customers", "filter", missing(field)).items().getValuesAs(JsonObject.class).stream()
                .map(customer -> customer.getInt("id"))
                .toList();
    }

    private static String missing(String field) {
        return "{\"field\":\"missing\",\"op\":\"eq\",\"value\":\"" + field + "\"}";
    }

    private JsonObject create(JsonObjectBuilder customer) {
        Api.Answer answer = api.post("/customers", customer.build());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    private void change(JsonObject customer, JsonObjectBuilder part) {
        api.patch(
                "/customers/" + customer.getInt("id"),
                part.add("version", customer.getInt("version")).build());
    }
}
