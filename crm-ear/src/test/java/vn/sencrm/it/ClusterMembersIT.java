package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.sencrm.it.Product.Ended;

/** Who becomes a member of the cluster, and what its members write down. */
@Tag("cluster")
class ClusterMembersIT {

    private static final Duration PATIENCE = Duration.ofSeconds(180);

    @BeforeEach
    void bothServersAreThere() {
        Cluster.complete();
    }

    @Test
    void aServerThatDoesNotKnowTheSecretDoesNotJoin() {
        Cluster.stop("b");
        Ended stranger = Sen.product()
                .member("b", Map.of("CRM_CLUSTER_SECRET", "guessed"))
                .runToItsEnd();
        try {
            assertThat(stranger.code()).as(stranger.said()).isNotZero();
            assertThat(Cluster.isReady("a")).isTrue();
            assertThat(Sen.product().server("a").log())
                    .contains("failed to validate AuthHeader")
                    .doesNotContain("guessed");
        } finally {
            Cluster.start("b");
        }
    }

    /** Connections that break under both servers make them write traces of the stack. */
    @Test
    void everyLineOfTheirLogsIsAJsonObjectAlsoTracesAndThoseOfARunCarryItsRequest() {
        String id = "click-" + Unique.number();
        TestUser user = TestUsers.administrator();
        Db.texts("select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'sen-crm %'");
        long export = TestExports.id(TestExports.askedAs(user, id));
        TestExports.ended(Api.of(user), export);
        Await.until("the run's line", PATIENCE, () -> lines().stream()
                .anyMatch(line -> isOf(line, id) && line.getString("message").contains("export-run " + export)));
        assertThat(lines()).allMatch(line -> line.containsKey("timestamp") && line.containsKey("level"));
        assertThat(lines()).anyMatch(line -> line.containsKey("stackTrace"));
    }

    private static boolean isOf(JsonObject line, String request) {
        JsonObject mdc = line.getJsonObject("mdc");
        return mdc != null && request.equals(mdc.getString("request", null));
    }

    private static List<JsonObject> lines() {
        return Cluster.SERVERS.stream()
                .flatMap(server -> Sen.product().server(server).log().lines())
                .map(ClusterMembersIT::parsed)
                .toList();
    }

    private static JsonObject parsed(String line) {
        try (JsonReader reader = Json.createReader(new StringReader(line))) {
            return reader.readObject();
        } catch (RuntimeException e) {
            throw new AssertionError("not JSON: " + line, e);
        }
    }
}
