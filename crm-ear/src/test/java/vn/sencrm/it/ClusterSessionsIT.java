package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.sencrm.it.page.CustomerDetailPage;
import vn.sencrm.it.page.CustomerForm;
import vn.sencrm.it.page.Window;

/** Who has signed in at one server of a cluster has signed in at all of them, and signs out of all of them. */
@Tag("cluster")
class ClusterSessionsIT {

    private final TestUser user = TestUsers.administrator();

    @BeforeEach
    void bothServersAreThere() {
        Cluster.complete();
    }

    @Test
    void anOpenFormIsSavedAtTheOtherServerWhenItsOwnIsKilledAndTheSignInHoldsWhenThatOneIsToo() {
        String name = "Nguyễn Văn " + Unique.word();
        try (Window window = Window.of(user)) {
            CustomerForm form = CustomerForm.ofNew(window, "INDIVIDUAL")
                    .fill("name", name)
                    .fill("notes", "Gõ trước khi máy chủ chết");
            checked(window, () -> form.fillFirst("phones", Unique.phone()));
            String dead = Cluster.of(window.session());
            Cluster.kill(dead);
            CustomerDetailPage detail = form.save();
            assertThat(detail.heading()).isEqualTo(name);
            assertThat(detail.everything()).contains("Gõ trước khi máy chủ chết");
            Cluster.start(dead);
            Cluster.kill(Cluster.other(dead));
            window.go("/customer/list.xhtml");
            assertThat(window.page().url()).endsWith("/customer/list.xhtml");
        }
        assertThat(Db.number("select count(*) from customer where name = ?", name))
                .isEqualTo(1);
    }

    /** Types, and waits for the look for duplicates that follows: it would be cut off by the death that comes next. */
    private static void checked(Window window, Runnable typing) {
        window.page().waitForResponse("**/duplicate-hits.xhtml*", typing);
    }

    @Test
    void aDeactivatedUserIsSignedOutOnEveryServer() {
        TestUser leaver = TestUsers.staff();
        List<Visit> visits = new ArrayList<>();
        Await.until("sessions on both servers", Duration.ofSeconds(60), () -> {
            visits.add(Visit.signedIn(leaver));
            return visits.stream()
                            .map(visit -> Cluster.of(visit.session()))
                            .distinct()
                            .count()
                    == 2;
        });
        assertThat(Api.of(user)
                        .post(
                                "/users/" + leaver.id() + "/deactivate",
                                Json.createObjectBuilder().build())
                        .status())
                .isEqualTo(200);
        for (String server : Cluster.SERVERS) {
            assertThat(visits).allMatch(visit -> isSignedOut(server, visit));
        }
    }

    private static boolean isSignedOut(String server, Visit visit) {
        Api.Answer answer = Sen.at(server, () -> visit.withSameCookies().get("/index.xhtml"));
        return answer.status() == 302 && answer.header("Location").contains("/login.xhtml");
    }
}
