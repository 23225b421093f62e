package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import vn.sencrm.it.Api.Answer;

/** Bearer tokens: issued for a name and a password, asked for on every request under {@code /api}. */
class TokensIT {

    @Test
    void aTokenIsIssuedForNameAndPassword() {
        Answer issued = issue(Sen.ADMIN, Sen.ADMIN_PASSWORD);
        assertThat(issued.status()).isEqualTo(200);
        String token = issued.json().getString("token");
        assertThat(Instant.parse(issued.json().getString("expiresAt")))
                .isAfter(Instant.now().plus(Duration.ofDays(1)));
        assertThat(Api.anonymous().withToken(token).get("/customers").status()).isEqualTo(200);
    }

    @Test
    void aTokenIsStoredOnlyAsItsHash() {
        TestUser user = TestUsers.staff();
        String token = issue(user.username(), user.password()).json().getString("token");
        assertThat(Db.texts("select t::text from api_token t where user_id = ?", user.id()))
                .noneMatch(row -> row.contains(token));
        assertThat(Db.number("select octet_length(hash) from api_token where user_id = ? limit 1", user.id()))
                .isEqualTo(32);
    }

    @Test
    void withoutATokenNothingIsAnswered() {
        Answer refused = Api.anonymous().get("/customers");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void anUnknownTokenIsRefused() {
        Answer refused = Api.anonymous().withToken("sen_unknown").get("/customers");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("WWW-Authenticate")).contains("invalid_token");
    }

    @Test
    void aTokenEndsAtItsTime() {
        TestUser user = TestUsers.staff();
        Api late = Api.of(user).withToken(TestUsers.token(user.id(), Duration.ofSeconds(-1)));
        assertThat(late.get("/customers").status()).isEqualTo(401);
    }

    @Test
    void aTokenThatWasRevokedIsRefused() {
        Api api = Api.of(TestUsers.staff());
        assertThat(api.get("/customers").status()).isEqualTo(200);
        assertThat(api.delete("/tokens").status()).isEqualTo(204);
        assertThat(api.get("/customers").status()).isEqualTo(401);
    }

    @Test
    void theTokenOfADeactivatedUserIsRefusedAtTheNextRequest() {
        TestUser user = TestUsers.staff();
        assertThat(Api.of(user).get("/customers").status()).isEqualTo(200);
        Db.update("update app_user set active = false where id = ?", user.id());
        assertThat(Api.of(user).get("/customers").status()).isEqualTo(401);
    }

    @Test
    void aRoleChangedHoldsAtTheNextRequest() {
        TestUser user = TestUsers.staff();
        Db.update("update app_user set role_code = 'OPERATOR' where id = ?", user.id());
        Answer refused = Api.of(user).get("/customers");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("FORBIDDEN");
    }

    @Test
    void noAnswerOfTheApiSetsACookie() {
        Api api = Api.of(TestUsers.staff());
        assertThat(api.get("/customers").header("Set-Cookie")).isNull();
        assertThat(api.get("/nowhere").header("Set-Cookie")).isNull();
        assertThat(Api.anonymous().get("/customers").header("Set-Cookie")).isNull();
        assertThat(Api.anonymous().get("/health").header("Set-Cookie")).isNull();
        assertThat(issue(Sen.ADMIN, "wrong").header("Set-Cookie")).isNull();
    }

    @Test
    void whileAFirstPasswordHasNotBeenChangedNoTokenIsIssued() {
        TestUser user = TestUsers.staff();
        Db.update("update app_user set must_change_password = true where id = ?", user.id());
        Answer refused = issue(user.username(), user.password());
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("PASSWORD_MUST_CHANGE");
    }

    static Answer issue(String username, String password) {
        JsonObject body = Json.createObjectBuilder()
                .add("username", username)
                .add("password", password)
                .build();
        return Api.anonymous().post("/tokens", body);
    }
}
