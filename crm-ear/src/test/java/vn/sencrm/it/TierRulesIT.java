package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sencrm.it.Api.Answer;

/** Tiers by rule (TIE-1): set by REST, given by the job {@code tier-nightly}. */
class TierRulesIT {

    private final Api admin = Api.of(TestUsers.administrator());
    private final String word = Unique.word();

    /** Rules of a test must not touch the customers of others. */
    @AfterEach
    void forgetRules() {
        Db.update("update customer_tier set rule = null");
    }

    @Test
    void whoMatchesARuleGetsTheBestOfItsTiersTheOthersKeepTheirsAndASecondRunChangesNothing() {
        JsonObject silver = tier("Bạc " + word, contains("name", word));
        JsonObject gold = tier("Vàng " + word, both(word));
        JsonObject byHand = tier("Tay " + word, null);
        long best = customer("Khách " + word + " lớn", null);
        long good = customer("Khách " + word, null);
        long other = customer("Khách khác " + Unique.word(), byHand.getString("code"));

        run();

        assertThat(tierOf(best)).isEqualTo(gold.getString("code"));
        assertThat(tierOf(good)).isEqualTo(silver.getString("code"));
        assertThat(tierOf(other)).isEqualTo(byHand.getString("code"));
        assertThat(Db.texts(
                        "select cause || ' ' || action || ' ' || (after ->> 'tier') || coalesce(actor_id::text, '')"
                                + " from audit_entry where entity = 'customer' and entity_id = ? and cause = 'TIER_RULE'",
                        best))
                .containsExactly("TIER_RULE UPDATE " + gold.getJsonNumber("id"));

        String before = state(best) + state(good) + state(other);
        run();
        assertThat(state(best) + state(good) + state(other)).isEqualTo(before);
    }

    @Test
    @Tag("full")
    void aRuleThatCannotBeReadAnyMoreStopsTheRunAndIsNamed() {
        JsonObject tier = tier("Hỏng " + word, contains("name", word));
        Db.update(
                "update customer_tier set rule = '{\"field\":\"attr.gone_" + word.toLowerCase()
                        + "\",\"op\":\"notempty\"}' where id = ?",
                id(tier));
        long customer = customer("Khách " + word, null);
        String state = runToItsEnd();
        assertThat(state).startsWith("FAILED").contains(tier.getString("code"));
        assertThat(tierOf(customer)).isNull();
        assertThat(admin.get("/tiers/" + id(tier)).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"field\":\"tier\",\"op\":\"notempty\"}             | RULE_OF_TIERS",
                "{\"field\":\"owner\",\"op\":\"eq\",\"value\":\"$me\"} | RULE_OF_VIEWER",
                "{\"field\":\"followed\",\"op\":\"eq\",\"value\":true} | RULE_OF_VIEWER",
                "{\"field\":\"spaceship\",\"op\":\"notempty\"}        | UNKNOWN_FIELD",
                "nonsense                                             | BAD_FILTER"
            })
    void whatIsNoRuleIsRefusedAtItsField(String rule, String code) {
        Answer refused = admin.post(
                "/tiers",
                Json.createObjectBuilder().add("nameVi", word).add("rule", rule).build());
        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.errors().getJsonObject(0).getString("field")).isEqualTo("rule");
        assertThat(refused.errors().getJsonObject(0).getString("code")).isEqualTo(code);
    }

    @Test
    void aRuleIsReadAsItWasSentAndIsTakenAway() {
        JsonObject tier = tier(word, contains("name", word));
        assertThat(tier.getJsonObject("rule")).isEqualTo(contains("name", word));
        JsonObject without = admin.patch(
                        "/tiers/" + id(tier),
                        Json.createObjectBuilder()
                                .add("version", tier.getInt("version"))
                                .add("rule", JsonValue.NULL)
                                .build())
                .json();
        assertThat(without.isNull("rule")).isTrue();
    }

    private JsonObject both(String name) {
        return Json.createObjectBuilder()
                .add(
                        "and",
                        Json.createArrayBuilder().add(contains("name", name)).add(contains("name", "lớn")))
                .build();
    }

    private static JsonObject contains(String field, String value) {
        return Json.createObjectBuilder()
                .add("field", field)
                .add("op", "contains")
                .add("value", value == null ? "" : value)
                .build();
    }

    private JsonObject tier(String name, JsonObject rule) {
        JsonObjectBuilder tier = Json.createObjectBuilder().add("nameVi", name);
        Answer made = admin.post("/tiers", (rule == null ? tier : tier.add("rule", rule)).build());
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.json();
    }

    private long customer(String name, String tier) {
        JsonObjectBuilder customer = Json.createObjectBuilder().add("name", name);
        return id(admin.post("/customers", (tier == null ? customer : customer.add("tier", tier)).build())
                .json());
    }

    private static long id(JsonObject record) {
        return record.getJsonNumber("id").longValue();
    }

    private static String tierOf(long customer) {
        return Db.text(
                "select (select code from customer_tier where id = c.tier_id) from customer c where id = ?", customer);
    }

    private static String state(long customer) {
        return Db.text(
                "select version || ' ' || updated_at || ' ' || tier_id || ' ' || (select count(*) from audit_entry"
                        + " where entity = 'customer' and entity_id = c.id) from customer c where id = ?",
                customer);
    }

    private static void run() {
        assertThat(runToItsEnd()).startsWith("DONE");
    }

    private static String runToItsEnd() {
        long before = Db.number("select coalesce(max(id), 0) from job_run where job_name = 'tier-nightly'");
        JobsIT.start("tier-nightly");
        String ended = "select state || ' ' || coalesce(error_detail, '') from job_run"
                + " where job_name = 'tier-nightly' and id > ? and state in ('DONE', 'FAILED')";
        Await.until("the run of tier-nightly", Duration.ofSeconds(90), () -> !Db.texts(ended, before)
                .isEmpty());
        return Db.text(ended, before);
    }
}
