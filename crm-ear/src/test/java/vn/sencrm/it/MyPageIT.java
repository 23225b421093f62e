package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.sencrm.it.Api.Answer;

/** One's own page (USR-1) and one's own sessions (SEC-3), by pages without scripts. */
class MyPageIT {

    private static final String PAGE = "/me.xhtml";

    private final TestUser user = TestUsers.administrator();

    @Test
    void aSignatureIsKeptAndOneThatIsTooLongIsRefusedWithoutBeingLost() {
        Visit visit = Visit.signedIn(user);
        assertThat(save(visit, "Trân trọng\nLan").status()).isEqualTo(302);
        assertThat(visit.get(PAGE).body()).contains("Trân trọng\nLan");
        String tooLong = "x".repeat(2_001);
        Answer refused = save(visit, tooLong);
        assertThat(refused.status()).isEqualTo(200);
        assertThat(refused.body()).contains("2000", tooLong);
    }

    @Test
    void whoEndsAnotherSessionEndsThatOneAlone() {
        Visit here = Visit.signedIn(user);
        Visit there = new Visit().header("User-Agent", "Mozilla/5.0 (Windows NT 10.0) Firefox/140.0");
        there.signIn(user.username(), user.password());
        String page = here.get(PAGE).body();
        assertThat(page).contains("Firefox, Windows", "127.0.0.1", "Phiên này");
        var button = Pattern.compile("name=\"(begun:\\d+:end)\"").matcher(page);
        assertThat(button.find()).isTrue();
        String name = button.group(1);
        assertThat(button.find()).isFalse();

        here.submit(PAGE, "sessions", "sessions", name, name);

        assertThat(there.get(PAGE).status()).isEqualTo(302);
        assertThat(here.get(PAGE).status()).isEqualTo(200);
        assertThat(here.get(PAGE).body()).doesNotContain("Firefox, Windows");
    }

    @Test
    void whoSignsOutLeavesNoSessionBehind() {
        Visit visit = Visit.signedIn(user);
        visit.signOut();
        assertThat(Db.number("select count(*) from sign_in_session where user_id = ? and ended_at is null", user.id()))
                .isZero();
    }

    @Test
    void theCustomersOpenedLastAreFoundAgainByWhoStillSeesThem() {
        String name = "Khách " + Unique.word();
        Object id = Api.of(user)
                .post("/customers", Json.createObjectBuilder().add("name", name).build())
                .json()
                .getJsonNumber("id");
        Visit visit = Visit.signedIn(user);
        assertThat(visit.get(PAGE).body()).doesNotContain(name);
        visit.get("/customer/detail.xhtml?id=" + id);
        assertThat(visit.get(PAGE).body()).contains(name);
        Api.of(user).delete("/customers/" + id);
        assertThat(visit.get(PAGE).body()).doesNotContain(name);
    }

    @Test
    void whoDoesNotWantAKindOfNotificationIsNotToldOfIt() {
        TestUser colleague = TestUsers.administrator();
        Visit visit = Visit.signedIn(colleague);
        assertThat(mention(colleague)).isEqualTo(1);
        visit.submit(PAGE, "notifications", "notifications", "saveNotifications", "saveNotifications");
        assertThat(mention(colleague)).isEqualTo(1);
        visit.submit(
                PAGE, "notifications", "notifications", "wanted", "MENTION", "saveNotifications", "saveNotifications");
        assertThat(mention(colleague)).isEqualTo(2);
    }

    @Test
    void nobodySeesAPictureWithoutSigningIn() {
        assertThat(new Visit().get("/picture?user=" + user.id()).status()).isEqualTo(302);
        assertThat(Visit.signedIn(user).get("/picture?user=" + user.id()).status())
                .isEqualTo(404);
        assertThat(Visit.signedIn(user).get("/picture?user=x'--").status()).isEqualTo(404);
    }

    private long mention(TestUser colleague) {
        Object id = Api.of(user)
                .post(
                        "/customers",
                        Json.createObjectBuilder()
                                .add("name", "Khách " + Unique.word())
                                .build())
                .json()
                .getJsonNumber("id");
        Api.of(user)
                .post(
                        "/customers/" + id + "/comments",
                        Json.createObjectBuilder()
                                .add("text", "Xem giúp @" + colleague.username())
                                .build());
        return Db.number("select count(*) from notification where user_id = ?", colleague.id());
    }

    private Answer save(Visit visit, String signature) {
        String version = Db.text("select version from app_user where id = ?", user.id());
        return visit.submit(
                PAGE, "me", "me", "version", version, "fullName", "Người Dùng", "signature", signature, "save", "save");
    }
}
