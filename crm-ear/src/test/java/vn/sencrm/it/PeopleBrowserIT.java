package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.sencrm.it.TestTeams.TestTeam;
import vn.sencrm.it.page.PeoplePages;
import vn.sencrm.it.page.Window;

/** Users, teams, roles and one's own page, as an administrator sees and keeps them. */
@Tag("full")
class PeopleBrowserIT {

    /** A picture of one point. */
    private static final String PIXEL =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private final TestUser boss = TestUsers.administrator();

    @Test
    void aUserIsMadeGetsAPasswordOnceAndLeavesWithTheCustomersHandedOver() {
        TestUser leaving = TestUsers.staff();
        TestUser staying = TestUsers.staff();
        TestTeam team = TestTeams.of("SEQUENTIAL", leaving, staying);
        TestCustomers.sharingOneTime(leaving, 3);
        String username = "lan." + Unique.number();
        try (Window window = Window.of(boss)) {
            PeoplePages.users(window);
            PeoplePages refused =
                    PeoplePages.newUser(window).fill("username", "có dấu").press("save");
            refused.lookAt("user-new-refused");
            assertThat(refused.notices()).hasSize(2);
            PeoplePages made = refused.fill("username", username)
                    .fill("fullName", "Lê Thị Lan")
                    .press("save");
            assertThat(made.notices()).singleElement().asString().contains(username, "-");
            assertThat(made.heading()).isEqualTo("Lê Thị Lan");

            PeoplePages page = PeoplePages.user(window, leaving.id());
            assertThat(page.notices()).isEmpty();
            page.openDialog("deactivate")
                    .choose("successor", team.name() + " (Tuần tự)")
                    .press("doDeactivate");
            assertThat(page.notices()).singleElement().asString().contains("3 khách hàng");
        }
        assertThat(team.owned(staying)).isEqualTo(3);
    }

    @Test
    void aTeamIsMadeAndRolesAndMyPageAreLookedAtOnAPhone() {
        TestUser member = TestUsers.staff();
        String name = "Nhóm " + Unique.word();
        try (Window window = Window.of(Window.PHONE, "en", "dark")) {
            window.signIn(boss);
            PeoplePages page = PeoplePages.newTeam(window)
                    .fill("name", name)
                    .addMember(0, "Người Dùng " + boss.username())
                    .addMember(1, "Người Dùng " + member.username())
                    .fill("member:1:limit", "5")
                    .press("save");
            assertThat(page.notices()).containsExactly("The team “" + name + "” is saved.");
            PeoplePages.team(window, Db.number("select id from team where name = ?", name));
            PeoplePages.teams(window);
            PeoplePages.roles(window);
            PeoplePages me = PeoplePages.me(window)
                    .fill("phone", "0912 345 678")
                    .fill("signature", "Kind regards")
                    .press("save");
            assertThat(me.notices()).containsExactly("Your data is saved.");
            assertThat(me.givePicture("no picture".getBytes(StandardCharsets.UTF_8))
                            .notices())
                    .hasSize(1);
            assertThat(me.hasPicture()).isFalse();
            assertThat(me.givePicture(Base64.getDecoder().decode(PIXEL)).hasPicture())
                    .isTrue();
            me.lookAt("me-picture");
        }
        assertThat(Db.texts(
                        "select max_open from team_member m join team t on t.id = m.team_id where t.name = ?"
                                + " order by position",
                        name))
                .containsExactly(null, "5");
    }
}
