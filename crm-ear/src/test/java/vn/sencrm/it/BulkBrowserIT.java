package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sencrm.it.page.BulkDialog;
import vn.sencrm.it.page.BulkRunPage;
import vn.sencrm.it.page.CustomerListPage;
import vn.sencrm.it.page.Window;

/** Bulk actions as a user does them: tick, choose, confirm the number, see the report, undo. */
@Tag("full")
class BulkBrowserIT {

    private final TestUser user = TestUsers.administrator();

    @ParameterizedTest
    @CsvSource({"1280,vi,light", "360,en,dark"})
    void whatIsTickedIsKeptWhilePagingAndEverythingThatMatchesCanBeMeant(int width, String language, String theme) {
        TestCustomers.sharingOneTime(user, 60);
        try (Window window = Window.of(width, language, theme)) {
            window.signIn(user);
            CustomerListPage list =
                    CustomerListPage.open(window, mine()).tick(0).tick(1);
            list.lookAt("bulk-bar");
            assertThat(list.picked()).contains("2");
            list = list.nextPage().tick(0);
            assertThat(list.picked()).contains("3");
            assertThat(list.previousPage().ticked()).isEqualTo(2);

            BulkDialog dialog = list.tickAll().ask("status");
            assertThat(dialog.title()).contains("60");
            BulkRunPage run =
                    dialog.choose(language.equals("vi") ? "Báo giá" : "Quoted").confirm();
            assertThat(run.counts()).containsExactly("60", "0", "0", "0");
            assertThat(run.undo().counts()).containsExactly("60", "0", "0", "0");
            assertThat(Db.number(
                            "select count(*) from customer where owner_id = ? and status_id is not null", user.id()))
                    .isZero();
        }
    }

    @Test
    void theDialogAsksAgainWhenTheNumberChangedAndSaysWhyATeamWithoutARuleIsRefused() {
        TestCustomers.sharingOneTime(user, 52);
        String team = "Nhóm " + Unique.word();
        Db.update("insert into team (id, name, mode) values (nextval('team_seq'), ?, 'NONE')", team);
        try (Window window = Window.of(user)) {
            CustomerListPage list = CustomerListPage.open(window, mine());
            BulkDialog dialog = list.tick(0).tickAll().ask("owner").select("bulkTeam", team);
            assertThat(dialog.text()).contains("Chế độ phân công: Không có");
            assertThat(dialog.confirmInVain().text()).contains(team, "không có chế độ phân công");
            TestCustomers.sharingOneTime(user, 1);
            dialog.select("bulkPerson", "Người Dùng " + user.username());
            assertThat(dialog.confirmInVain().text()).contains("52", "53");
            assertThat(dialog.confirm().counts()).containsExactly("53", "0", "0", "0");
        }
    }

    @ParameterizedTest
    @CsvSource({"1280,vi,light", "360,en,dark"})
    void attributesAreTickedFilledInAndSetForAll(int width, String language, String theme) {
        String size = TestAttributes.define("CHOICE", "S", "L").getString("code");
        String area = TestAttributes.define("NUMBER").getString("code");
        TestCustomers.sharingOneTime(user, 2);
        try (Window window = Window.of(width, language, theme)) {
            window.signIn(user);
            BulkDialog dialog =
                    CustomerListPage.open(window, mine()).tick(0).tick(1).ask("attributes");
            dialog.fillAttribute(size, "Chọn L").fillAttribute(area, "nhiều");
            dialog.confirmInVain().lookAt("attributes");
            assertThat(dialog.text()).contains(language.equals("vi") ? "Thuộc tính " + area : "Attribute " + area);
            assertThat(dialog.fillAttribute(area, "12,5").confirm().counts()).containsExactly("2", "0", "0", "0");
            assertThat(Db.number(
                            "select count(*) from customer where owner_id = ? and attributes = ?::jsonb",
                            user.id(),
                            "{\"" + size + "\": \"L\", \"" + area + "\": 12.5}"))
                    .isEqualTo(2);
        }
    }

    private String mine() {
        return "?filter=%7B%22field%22%3A%22owner%22%2C%22op%22%3A%22eq%22%2C%22value%22%3A%22" + user.username()
                + "%22%7D";
    }
}
