package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Conversion of leads over REST (CNV-1). */
class ConversionApiIT {

    private final TestUser user = TestUsers.staff();
    private final Api api = Api.of(user);

    @Test
    void aPersonBecomesAContactAndKeepsIdCodeAndHistory() {
        JsonObject lead = person();
        Api.Answer answer = convert(lead, plain());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().getString("stage")).isEqualTo("CONTACT");
        assertThat(answer.json().getInt("id")).isEqualTo(lead.getInt("id"));
        assertThat(answer.json().getString("code")).isEqualTo(lead.getString("code"));
        assertThat(Db.texts(
                        "select cause || ' ' || action from audit_entry where entity = 'customer' and entity_id = ?"
                                + " order by version",
                        (long) lead.getInt("id")))
                .containsExactly("API CREATE", "CONVERSION UPDATE");
    }

    @Test
    void aPersonJoinsAnAccountThatExists() {
        JsonObject account = create(organisation().add("stage", "ACCOUNT"));
        Api.Answer answer = convert(
                person(), plain().add("account", Json.createObjectBuilder().add("code", code(account))));
        assertThat(answer.json().getString("account")).isEqualTo(code(account));
        assertThat(answer.json()
                        .getJsonObject("conversion")
                        .getJsonObject("account")
                        .getBoolean("made"))
                .isFalse();
    }

    @Test
    void aPersonBringsANewAccountOfWhichItIsThePrimaryContact() {
        JsonObject lead = person();
        Api.Answer answer =
                convert(lead, plain().add("account", Json.createObjectBuilder().add("name", "Công ty Mới")));
        JsonObject account = answer.json().getJsonObject("conversion").getJsonObject("account");
        assertThat(account.getBoolean("made")).isTrue();
        assertThat(Db.number("select primary_contact_id from customer where id = ?", (long) account.getInt("id")))
                .isEqualTo(lead.getInt("id"));
    }

    @Test
    void anOrganisationBecomesAnAccountWithAContactFromItsRepresentative() {
        String phone = Unique.phone();
        JsonObject lead = create(organisation()
                .add(
                        "representative",
                        Json.createObjectBuilder()
                                .add("name", "Lê Thị Đại Diện")
                                .add("relation", "Giám đốc")
                                .add("phone", phone)));
        Api.Answer answer = convert(lead, plain());
        assertThat(answer.json().getString("stage")).isEqualTo("ACCOUNT");
        JsonObject made = answer.json().getJsonObject("conversion").getJsonObject("contact");
        JsonObject contact = api.get("/customers/" + made.getInt("id")).json();
        assertThat(contact.getString("stage")).isEqualTo("CONTACT");
        assertThat(contact.getString("name")).isEqualTo("Lê Thị Đại Diện");
        assertThat(contact.getString("jobTitle")).isEqualTo("Giám đốc");
        assertThat(contact.getString("account")).isEqualTo(code(lead));
        assertThat(Db.number("select primary_contact_id from customer where id = ?", (long) lead.getInt("id")))
                .isEqualTo(made.getInt("id"));
    }

    @Test
    void withoutARepresentativeTheContactIsAskedFor() {
        JsonObject lead = create(organisation());
        Api.Answer refused = convert(lead, plain());
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errors().getJsonObject(0).getString("field")).isEqualTo("contact.name");
        assertThat(api.get("/customers/" + lead.getInt("id")).json().getString("stage"))
                .isEqualTo("LEAD");
        Api.Answer done =
                convert(lead, plain().add("contact", Json.createObjectBuilder().add("name", "Trần Văn Mới")));
        assertThat(done.json()
                        .getJsonObject("conversion")
                        .getJsonObject("contact")
                        .getString("name"))
                .isEqualTo("Trần Văn Mới");
    }

    @Test
    void whatIsMissingIsFilledInOnTheWay() {
        JsonObject lead = person();
        Api.Answer answer = convert(
                lead,
                plain().add(
                                "fields",
                                Json.createObjectBuilder()
                                        .add("emails", Json.createArrayBuilder(List.of("a@example.vn")))));
        assertThat(answer.json().getJsonArray("emails")).hasSize(1);
    }

    @Test
    void wrongValuesOfTheContactAreToldWithTheirFieldAndNothingChanges() {
        JsonObject lead = create(organisation());
        Api.Answer refused = convert(
                lead,
                plain().add(
                                "contact",
                                Json.createObjectBuilder()
                                        .add("name", "Trần Văn Mới")
                                        .add("phones", "12")));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errors().getJsonObject(0).getString("field")).isEqualTo("contact.phones[0]");
        assertThat(api.get("/customers/" + lead.getInt("id")).json().getInt("version"))
                .isEqualTo(1);
    }

    @Test
    void aLeadIsConvertedOnceHoweverManyClickAtOnce() {
        JsonObject lead = create(
                organisation().add("representative", Json.createObjectBuilder().add("name", "Lê Thị Đại Diện")));
        List<Integer> statuses = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> convert(lead, plain())))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .map(Api.Answer::status)
                .sorted()
                .toList();
        assertThat(statuses).containsExactly(200, 409, 409, 409);
        assertThat(Db.number("select count(*) from customer where account_id = ?", (long) lead.getInt("id")))
                .isEqualTo(1);
        assertThat(convert(lead, plain()).code()).isEqualTo("ALREADY_CONVERTED");
    }

    @Test
    void aContactWithTheSamePhoneIsToldAndOnlyAllowedWhenSaid() {
        String phone = Unique.phone();
        JsonObject contact = create(individual().add("stage", "CONTACT").add("phones", phone));
        JsonObject lead = create(individual().add("phones", phone));
        Api.Answer refused = convert(lead, plain());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("DUPLICATE");
        JsonObject candidate = refused.json().getJsonArray("candidates").getJsonObject(0);
        assertThat(candidate.getString("code")).isEqualTo(code(contact));
        assertThat(candidate.getJsonArray("keys").getString(0)).isEqualTo("PHONE");
        Api.Answer allowed =
                api.post("/customers/" + lead.getInt("id") + "/convert?onDuplicate=allow", plain().build());
        assertThat(allowed.status()).isEqualTo(200);
    }

    @Test
    void ofACustomerThatOneMayNotSeeOnlyItsOwnerIsTold() {
        TestUser other = TestUsers.staff();
        String phone = Unique.phone();
        Api.of(other)
                .post(
                        "/customers",
                        individual()
                                .add("stage", "CONTACT")
                                .add("phones", phone)
                                .build());
        JsonObject lead = create(individual().add("phones", phone));
        JsonObject candidate =
                convert(lead, plain()).json().getJsonArray("candidates").getJsonObject(0);
        assertThat(candidate).doesNotContainKeys("id", "code", "name");
        assertThat(candidate.getString("owner")).contains(other.username());
    }

    @Test
    void aSecondAccountWithTheSameTaxCodeIsNeverMadeButTheLeadCanJoinTheFirst() {
        String tax = Unique.taxCode();
        JsonObject account = create(organisation().add("stage", "ACCOUNT").add("taxCode", tax));
        JsonObject lead = create(
                organisation().add("representative", Json.createObjectBuilder().add("name", "Lê Thị Đại Diện")));
        // As it came before tax codes were refused: nobody can save it so now.
        Db.update("update customer set tax_code = ? where id = ?", tax, (long) lead.getInt("id"));
        Db.update("insert into identity_key (kind, key, customer_id) values ('TAX', ?, ?)", tax, (long)
                lead.getInt("id"));
        Api.Answer refused =
                api.post("/customers/" + lead.getInt("id") + "/convert?onDuplicate=allow", plain().build());
        assertThat(refused.status()).isEqualTo(409);
        Api.Answer joined =
                convert(lead, plain().add("account", Json.createObjectBuilder().add("code", code(account))));
        assertThat(joined.json().getString("stage")).isEqualTo("CONTACT");
        assertThat(joined.json().getString("account")).isEqualTo(code(account));
    }

    @Test
    void whoMayNotSeeTheLeadDoesNotConvertIt() {
        JsonObject lead = person();
        assertThat(Api.of(TestUsers.staff())
                        .post("/customers/" + lead.getInt("id") + "/convert", plain().build())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void anAccountThatOneMayNotSeeCannotBeJoined() {
        JsonObject foreign = Api.of(TestUsers.staff())
                .post("/customers", organisation().add("stage", "ACCOUNT").build())
                .json();
        Api.Answer refused = convert(
                person(), plain().add("account", Json.createObjectBuilder().add("code", code(foreign))));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errors().getJsonObject(0).getString("field")).isEqualTo("account");
    }

    // ---- what the tests make

    private JsonObject person() {
        return create(individual());
    }

    private JsonObject create(JsonObjectBuilder customer) {
        Api.Answer answer = api.post("/customers?onDuplicate=allow", customer.build());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    private Api.Answer convert(JsonObject lead, JsonObjectBuilder body) {
        return api.post("/customers/" + lead.getInt("id") + "/convert", body.build());
    }

    private static JsonObjectBuilder plain() {
        return Json.createObjectBuilder().add("version", 1);
    }

    private static JsonObjectBuilder individual() {
        return Json.createObjectBuilder().add("kind", "INDIVIDUAL").add("name", "Nguyễn " + Unique.word());
    }

    private static JsonObjectBuilder organisation() {
        return Json.createObjectBuilder().add("kind", "ORGANIZATION").add("name", "Công ty " + Unique.word());
    }

    private static String code(JsonObject customer) {
        return customer.getString("code");
    }
}
