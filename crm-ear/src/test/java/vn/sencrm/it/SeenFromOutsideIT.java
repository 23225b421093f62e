package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sencrm.it.Api.Answer;

/** How the system is seen from outside (OPS-4): health, figures, and the id of a request from its answer into the log. */
class SeenFromOutsideIT {

    private static final String REQUEST_ID = "X-Request-Id";
    private static final Duration SOON = Duration.ofSeconds(60);

    // ---- health

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/health/live", "/health/ready", "/health/started"})
    void whoeverAsksIsToldThatTheServerIsWell(String path) {
        Answer answer = Api.anonymous().get(path);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(answer.header("Cache-Control")).contains("no-store");
    }

    // ---- figures

    @Test
    void aProgramWithTheTokenReadsTheFigures() {
        String figures = metrics("Bearer " + Sen.METRICS_TOKEN).body();
        assertThat(figures)
                .contains(
                        "# TYPE crm_requests_total counter",
                        "crm_request_seconds_bucket{kind=\"page\",le=\"+Inf\"}",
                        "crm_database_up 1",
                        "crm_pool_in_use ",
                        "crm_sessions ",
                        "crm_queued_customers ",
                        "jvm_memory_used_bytes{area=\"heap\"}");
        assertThat(figures.lines().filter(line -> !line.startsWith("#")))
                .allMatch(line -> line.matches("[a-z_0-9]+(\\{[a-z]+=\"[^\"]*\"(,[a-z]+=\"[^\"]*\")*})? \\S+"));
    }

    @Test
    void anAdministratorReadsThemInABrowser() {
        assertThat(Visit.signedIn(TestUsers.administrator()).get("/metrics").header("Content-Type"))
                .startsWith("text/plain; version=0.0.4");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"-", "Bearer", "Bearer wrong", "Basic eDp5"})
    void nobodyElseReadsThem(String authorization) {
        assertThat(metrics(authorization).status()).isEqualTo(401);
        assertThat(Visit.signedIn(TestUsers.staff()).get("/metrics").status()).isEqualTo(403);
    }

    @Test
    void requestsAreCountedByTheirResult() {
        Api staff = Api.of(TestUsers.staff());
        double found = figure("crm_requests_total{kind=\"api\",status=\"2xx\"}");
        double missed = figure("crm_requests_total{kind=\"api\",status=\"4xx\"}");
        staff.get("/customers");
        staff.get("/customers/999999999");
        Api.anonymous().get("/customers");
        // Counted when the answer is written, which may be after it was read.
        Await.until(
                "the count of what was found",
                SOON,
                () -> figure("crm_requests_total{kind=\"api\",status=\"2xx\"}") >= found + 1);
        Await.until(
                "the count of what was not",
                SOON,
                () -> figure("crm_requests_total{kind=\"api\",status=\"4xx\"}") >= missed + 2);
    }

    private static double figure(String name) {
        Matcher line = Pattern.compile("(?m)^" + Pattern.quote(name) + " (\\S+)$")
                .matcher(metrics("Bearer " + Sen.METRICS_TOKEN).body());
        assertThat(line.find()).as(name).isTrue();
        return Double.parseDouble(line.group(1));
    }

    private static Answer metrics(String authorization) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(Sen.baseUrl() + "/metrics"));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return Api.send(request.build());
    }

    // ---- the id of a request

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/health", "/api/v1/customers", "/login.xhtml", "/index.xhtml", "/nowhere"})
    void everyAnswerCarriesTheIdThatWasSentAlsoARefusal(String path) {
        String id = "balancer-" + Unique.number();
        assertThat(new Visit().header(REQUEST_ID, id).get(path).header(REQUEST_ID))
                .isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a b", "<script>", "-x", "0123456789012345678901234567890123456789012345678901234567890123456789"
            })
    void anIdThatCouldHarmALogIsReplaced(String sent) {
        assertThat(new Visit().header(REQUEST_ID, sent).get("/login.xhtml").header(REQUEST_ID))
                .matches("[0-9a-f]{12}");
        assertThat(new Visit().get("/login.xhtml").header(REQUEST_ID)).matches("[0-9a-f]{12}");
    }

    @Test
    void theRunThatARequestAskedForCarriesItsId() {
        String id = "click-" + Unique.number();
        TestUser user = TestUsers.administrator();
        long export = TestExports.id(TestExports.askedAs(user, id));
        TestExports.ended(Api.of(user), export);
        assertThat(Db.text("select request_id from export_run where id = ?", export))
                .isEqualTo(id);
        Await.until("the run's line in the log", SOON, () -> Sen.serverLog()
                .lines()
                .anyMatch(line -> line.contains(" " + id + ") ") && line.contains("export-run " + export)));
    }

    // ---- the administrator's page

    @Test
    void whoMayNotSeeTheSystemDoesNot() {
        Visit staff = Visit.signedIn(TestUsers.staff());
        assertThat(staff.get("/system/overview.xhtml").status()).isEqualTo(403);
        assertThat(staff.get("/index.xhtml").body()).doesNotContain("/system/overview.xhtml");
    }
}
