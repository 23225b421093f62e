package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.sencrm.it.Api.Answer;

/** Two releases side by side on one schema, the way forward and the way back. */
@Tag("cluster")
class ClusterUpdateIT {

    private static final Duration PATIENCE = Duration.ofSeconds(180);

    /** They only add. The first has a number below the older release's last, as happens when one was kept free. */
    private static final Map<String, String> EXPANDING = Map.of(
            "V048_5__it_expanded_table.sql",
            "create table it_expanded (id bigint primary key, customer_id bigint not null references customer);",
            "V900__it_expanded_column.sql",
            "alter table customer add column it_nickname text;"
                    + " create index it_expanded_customer_ix on it_expanded (customer_id);");

    private static final String EXPANDED =
            """
            select count(*) from information_schema.columns
            where column_name = 'it_nickname' or table_name = 'it_expanded' and column_name = 'id'""";

    private final TestUser user = TestUsers.administrator();
    private final Api api = Api.of(user);
    private boolean isBack;

    @BeforeEach
    void bothServersAreThere() {
        Cluster.complete();
    }

    @AfterEach
    void bothHaveTheReleaseUnderTestAndItsSchema() {
        if (!isBack) {
            Sen.product().place(Sen.product().builtEar());
            Cluster.restart();
        }
        Db.update("alter table customer drop column if exists it_nickname");
        Db.update("drop table if exists it_expanded");
        Db.update("delete from flyway_schema_history where version in ('048.5', '900')");
    }

    @Test
    void oldAndNewServeTheSameUsersSideBySideAndTheOldOneComesBackOnTheNewSchema() throws SQLException {
        Visit visit = Visit.signedIn(user);
        BusyOffice office = BusyOffice.open(17, false);
        try (office) {
            Await.until("everybody at work", PATIENCE, () -> office.clicks() > 40);
            updateWhileSomebodyReadsOn("b");
            assertThat(Db.number(EXPANDED)).isEqualTo(2);
            assertSidesServe(visit);
            Cluster.stop("a");
            assertThat(visit.get("/customer/list.xhtml").status()).isEqualTo(200);
            Sen.product().place(Sen.product().builtEar());
            Cluster.start("a");
            assertSidesServe(visit);
            Cluster.stop("b");
            assertThat(visit.get("/customer/list.xhtml").status()).isEqualTo(200);
            Cluster.start("b");
            isBack = true;
            office.assertAllWork();
        }
        office.assertNobodyNoticed("update");
    }

    /** Whoever reads for long holds up the migration, which must not hold up everybody else. */
    private void updateWhileSomebodyReadsOn(String server) throws SQLException {
        Cluster.stop(server);
        Sen.product().place(TestRelease.of(Sen.product().builtEar(), EXPANDING));
        try (Connection reader = Sen.connect()) {
            reader.setAutoCommit(false);
            reader.createStatement().execute("lock table customer in access share mode");
            CompletableFuture<Void> start = CompletableFuture.runAsync(() -> Cluster.start(server));
            Await.until(
                    "the migration to meet the reader twice",
                    PATIENCE,
                    () -> start.isDone() || Sen.product().server(server).log().contains("(attempt 2 of "));
            assertThat(start).isNotDone();
            edit(create(Cluster.other(server)), Cluster.other(server));
            reader.rollback();
            start.join();
        }
    }

    /** What one has made, the other changes; a session is at home at both. */
    private void assertSidesServe(Visit visit) {
        for (String server : Cluster.SERVERS) {
            edit(create(server), Cluster.other(server));
            assertThat(Sen.at(server, () -> visit.get("/customer/list.xhtml")).status())
                    .as(server)
                    .isEqualTo(200);
        }
    }

    private JsonObject create(String server) {
        JsonObject customer = Json.createObjectBuilder()
                .add("kind", "INDIVIDUAL")
                .add("name", "Khách " + Unique.word())
                .build();
        Answer created = Sen.at(server, () -> api.post("/customers", customer));
        assertThat(created.status()).as(server + " " + created.body()).isEqualTo(201);
        return created.json();
    }

    private void edit(JsonObject customer, String server) {
        JsonObject change = Json.createObjectBuilder()
                .add("version", customer.getInt("version"))
                .add("name", "Sửa " + Unique.word())
                .build();
        Answer edited = Sen.at(server, () -> api.patch("/customers/" + customer.getJsonNumber("id"), change));
        assertThat(edited.status()).as(server + " " + edited.body()).isEqualTo(200);
    }
}
