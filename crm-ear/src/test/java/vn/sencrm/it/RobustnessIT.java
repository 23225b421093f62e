package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sencrm.it.Api.Answer;

/** What befalls an installation: a database or a server that dies, a taken port, a wrong value. */
class RobustnessIT {

    private static final Duration RECOVERY = Duration.ofSeconds(120);

    @Test
    void whileTheDatabaseIsDownEveryoneIsToldAndItIsBackByItself() {
        TestUser user = TestUsers.administrator();
        Visit visit = Visit.signedIn(user);
        Product product = Sen.product();
        product.pause("crm");
        try {
            Sen.killDatabase();
            Await.until("the loss of the database", RECOVERY, () -> health() == 503);
            assertThat(Api.anonymous().get("/health").body()).isEqualTo("{\"status\":\"DOWN\"}");
            assertThat(Api.anonymous().get("/health/ready").status()).isEqualTo(503);
            assertThat(Api.anonymous().get("/health/live").status()).isEqualTo(200);
            Answer refused = Api.of(user).get("/customers");
            assertThat(refused.status()).as(refused.body()).isEqualTo(503);
            assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
            assertThat(refused.body()).doesNotContain("Exception", "postgres", "jdbc");
            Answer page = visit.get("/index.xhtml");
            assertThat(page.status()).isEqualTo(503);
            assertThat(page.body())
                    .contains("Hệ thống tạm thời chưa sẵn sàng", page.header("X-Request-Id"))
                    .doesNotContain("Exception", "jdbc", "at org.");
        } finally {
            product.goOn("crm");
        }
        Await.until("the return of the database", RECOVERY, () -> health() == 200);
        assertThat(Api.of(user).get("/customers").status()).isEqualTo(200);
        assertThat(visit.get("/index.xhtml").status()).isEqualTo(200);
    }

    @Test
    void whatWasAnsweredIsThereAfterTheServerWasKilledAndTheUserStillSignedIn() {
        TestUser user = TestUsers.administrator();
        String name = "Trước khi chết " + Unique.word();
        Answer created = Api.of(user)
                .post("/customers", Json.createObjectBuilder().add("name", name).build());
        assertThat(created.status()).isEqualTo(201);
        Sen.killServer();
        assertThat(Sen.product().told()).contains("The server has ended");
        Sen.startAgain();
        assertThat(Api.of(user).get("/customers", "q", name).items()).hasSize(1);
    }

    @Test
    void aSecondStartInTheSameHomeIsRefused() {
        Product second = Sen.product().twin(Map.of());
        Product.Ended ended = second.runToItsEnd();
        assertThat(ended.code()).isNotZero();
        assertThat(ended.said()).contains("already runs");
        assertThat(health()).isEqualTo(200);
    }

    @Test
    void aTakenPortIsNamed() {
        Product second = other(Sen.product().offset(), Map.of());
        Product.Ended ended = second.runToItsEnd();
        assertThat(ended.code()).isNotZero();
        assertThat(ended.said()).contains("Port " + Sen.product().port(8080) + " (HTTP) is taken");
        assertThat(health()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "CRM_PORT_OFFSET, abc",
        "CRM_PORT_OFFSET, 99999",
        "CRM_DEMO, maybe",
        "CRM_JAVA_MEMORY, much",
        "CRM_DB_URL, mysql://localhost/crm",
        "CRM_DB_WAIT, long",
        "CRM_NODE_NAME, a name"
    })
    void aWrongValueOfTheInstallationIsNamed(String variable, String value) {
        Product.Ended ended = other(0, Map.of(variable, value)).runToItsEnd();
        assertThat(ended.code()).isNotZero();
        assertThat(ended.said()).contains(variable).contains(value).contains("must be");
    }

    @Test
    @Tag("full")
    void aWrongValueOfTheApplicationIsNamedAndEndsTheStart() {
        Product.Ended ended = other(Ports.freeOffset(), Map.of("CRM_IDENTITY_TOKEN_LIFETIME", "a month"))
                .runToItsEnd();
        assertThat(ended.code()).isNotZero();
        assertThat(ended.said()).contains("crm.identity.token-lifetime");
    }

    @Test
    @Tag("full")
    void aDatabaseThatDoesNotAnswerIsWaitedForAndNamed() {
        Product.Ended ended = other(
                        Ports.freeOffset(),
                        Map.of("CRM_DB_URL", "jdbc:postgresql://127.0.0.1:1/crm", "CRM_DB_WAIT", "3"))
                .runToItsEnd();
        assertThat(ended.code()).isNotZero();
        assertThat(ended.said()).contains("127.0.0.1:1");
    }

    private static Product other(int offset, Map<String, String> environment) {
        Path home = Lane.home().resolveSibling(Lane.home().getFileName() + "-other");
        return new Product(Lane.root(), home, offset, environment);
    }

    private static int health() {
        return Api.anonymous().get("/health").status();
    }
}
