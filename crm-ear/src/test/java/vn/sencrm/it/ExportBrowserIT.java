package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sencrm.it.page.BulkDialog;
import vn.sencrm.it.page.CustomerListPage;
import vn.sencrm.it.page.ExportMenu;
import vn.sencrm.it.page.ExportRunPage;
import vn.sencrm.it.page.Window;

/** Exporting as a user does it: from the list or what is ticked in it, as shown, to a file that is fetched. */
@Tag("full")
class ExportBrowserIT {

    private final TestUser user = TestUsers.administrator();

    @ParameterizedTest
    @CsvSource({"1280,vi,light", "360,en,dark"})
    void aListAndWhatIsTickedInItAreExportedAsShown(int width, String language, String theme) throws IOException {
        TestCustomers.sharingOneTime(user, 53);
        try (Window window = Window.of(width, language, theme)) {
            window.signIn(user);
            CustomerListPage list = CustomerListPage.open(window, mine());
            BulkDialog dialog = list.exportList();
            assertThat(dialog.title()).contains("53");
            ExportRunPage run = dialog.choose("CSV (.csv)").export();
            assertThat(run.text()).contains("53");
            List<String> lines = Files.readAllLines(run.download());
            assertThat(lines).hasSize(54);
            assertThat(lines.get(0))
                    .startsWith(
                            language.equals("vi")
                                    ? "\uFEFFMã khách hàng,Tên,Hồ sơ,Điện thoại"
                                    : "\uFEFFCustomer code,Name,");
            assertThat(run.all().text()).contains("customers-");

            dialog = CustomerListPage.open(window, mine()).tick(0).tick(1).ask("export");
            assertThat(dialog.title()).contains("2");
            run = dialog.choose(language.equals("vi") ? "Tất cả thông tin" : "Everything")
                    .export();
            assertThat(TestWorkbook.read(run.download())).hasSize(3);
        }
    }

    @ParameterizedTest
    @CsvSource({"1280,vi,light", "360,en,dark"})
    void everyListOffersItsFileInAMenu(int width, String language, String theme) throws IOException {
        try (Window window = Window.of(width, language, theme)) {
            window.signIn(user);
            for (String list : List.of("tag", "team", "role", "route", "location", "group")) {
                ExportMenu.open(window, "/" + list + "/list.xhtml");
            }
            ExportMenu users = ExportMenu.open(window, "/user/list.xhtml?q=" + user.username());
            assertThat(Files.readAllLines(users.download("CSV (.csv)")))
                    .hasSize(2)
                    .last()
                    .asString()
                    .contains(user.username());

            ExportRunPage run = ExportMenu.open(window, "/audit/list.xhtml?entity=export&user=" + user.username())
                    .write("Excel (.xlsx)");
            assertThat(TestWorkbook.read(run.download()))
                    .hasSizeGreaterThanOrEqualTo(2)
                    .last()
                    .asString()
                    .contains("users");
            assertThat(run.all().text()).contains("audit-");
        }
    }

    private String mine() {
        return "?filter=%7B%22field%22%3A%22owner%22%2C%22op%22%3A%22eq%22%2C%22value%22%3A%22" + user.username()
                + "%22%7D";
    }
}
