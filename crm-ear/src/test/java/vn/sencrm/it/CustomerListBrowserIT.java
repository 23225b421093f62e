package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.sencrm.it.page.CustomerListPage;
import vn.sencrm.it.page.FilterDialog;
import vn.sencrm.it.page.Window;

/** The list of customers as one works with it (CUS-10, CUS-13): filters of any shape, kept by name; columns. */
@Tag("full")
class CustomerListBrowserIT {

    private final TestUser user = TestUsers.administrator();

    @Test
    void aFilterOfGroupsIsBuiltByTheKeyboardAndStandsInTheAddress() {
        String word = Unique.word();
        customer("Lan " + word, "NEW", user.username());
        customer("Huệ " + word, "QUOTED", Sen.ADMIN);
        customer("Cúc " + word, "LOST", user.username());
        try (Window window = Window.of(user)) {
            FilterDialog dialog = CustomerListPage.open(window, "?q=" + word)
                    .addCondition()
                    .condition("status", "nin")
                    .applyInVain();
            assertThat(dialog.problem()).isEqualTo("Cần nhập giá trị.");
            window.page().locator(".filter-value input[value=LOST]").focus();
            dialog.press("Space")
                    .add("group")
                    .condition("owner", "eq")
                    .type(user.username())
                    .takeHit()
                    .addToGroup("condition")
                    .condition("name", "contains")
                    .type("hue");
            CustomerListPage list = dialog.apply();
            assertThat(list.filter())
                    .isEqualTo("{\"and\":[{\"field\":\"status\",\"op\":\"nin\",\"value\":[\"LOST\"]},"
                            + "{\"or\":[{\"field\":\"owner\",\"op\":\"eq\",\"value\":\"" + user.username() + "\"},"
                            + "{\"field\":\"name\",\"op\":\"contains\",\"value\":\"hue\"}]}]}");
            assertThat(list.names()).containsExactlyInAnyOrder("Lan " + word, "Huệ " + word);
            assertThat(list.chips())
                    .containsExactly(
                            "Trạng thái không là Không nhu cầu",
                            "Người phụ trách là Người Dùng " + user.username() + ", hoặc Tên chứa “hue”");
        }
    }

    @Test
    void onAPhoneAFilterIsKeptByNameWithItsColumns() {
        String word = Unique.word();
        customer("Mai " + word, "NEW", user.username());
        try (Window window = Window.of(Window.PHONE, "en", "dark")) {
            window.signIn(user);
            CustomerListPage list = CustomerListPage.open(window, "?q=" + word);
            list = list.chooseColumns("createdAt", "tags");
            assertThat(list.columns().subList(1, 3)).containsExactly("Created", "Profile");
            assertThat(list.columns()).doesNotContain("Tags");
            list = list.save("Flowers " + word);
            assertThat(list.notices()).containsExactly("The filter “Flowers " + word + "” is saved.");
            list = CustomerListPage.open(window).openSaved("Flowers " + word);
            assertThat(list.names()).isEqualTo(List.of("Mai " + word));
        }
    }

    @Test
    void aRowsMenuFollowsItsCustomerAndTheFormDeletesIt() {
        String word = Unique.word();
        customer("Sen " + word, "NEW", user.username());
        try (Window window = Window.of(Window.PHONE, "vi", "light")) {
            window.signIn(user);
            CustomerListPage list = CustomerListPage.open(window, "?q=" + word);
            assertThat(list.menu(0)).containsExactly("Xem", "Chỉnh sửa TT", "Theo dõi", "Chuyển đổi");
            assertThat(list.follow(0).menu(0)).contains("Bỏ theo dõi").doesNotContain("Theo dõi");
            assertThat(followed()).isEqualTo(1);
            list.follow(0);
            assertThat(followed()).isZero();
            list = list.edit(0).delete("Xóa");
            assertThat(list.notices()).anyMatch(notice -> notice.contains("Sen " + word));
            assertThat(CustomerListPage.open(window, "?q=" + word).names()).isEmpty();
        }
    }

    private long followed() {
        return Db.number("select count(*) from customer_follow where user_id = ?", user.id());
    }

    private void customer(String name, String status, String owner) {
        Api.of(user)
                .post(
                        "/customers",
                        Json.createObjectBuilder()
                                .add("name", name)
                                .add("status", status)
                                .add("owner", owner)
                                .build());
    }
}
