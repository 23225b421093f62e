package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sencrm.it.page.CustomerDetailPage;
import vn.sencrm.it.page.CustomerForm;
import vn.sencrm.it.page.DuplicateDialog;
import vn.sencrm.it.page.DuplicateRulesPage;
import vn.sencrm.it.page.DuplicatesPage;
import vn.sencrm.it.page.Window;

/** Duplicates as somebody at a form and at the check page meets them. */
class DuplicateBrowserIT {

    private final TestUser user = TestUsers.create("MANAGER");
    private final String first = "Nguyễn Văn " + Unique.word();
    private final String second = "Trần Đức " + Unique.word();
    private final String phone = Unique.phone();

    @Test
    void aPhoneThatSomebodyHasIsToldWhileTypingAskedAboutWhenSavingAndListed() {
        meetADuplicate(Window.wide());
    }

    @Tag("full")
    @ParameterizedTest
    @CsvSource({"360,en,dark", "360,vi,light", "1280,en,dark"})
    void likewiseOnPhonesInTheDarkAndInEnglish(int width, String language, String theme) {
        meetADuplicate(Window.of(width, language, theme));
    }

    private void meetADuplicate(Window opened) {
        Api.of(user)
                .post(
                        "/customers",
                        Json.createObjectBuilder()
                                .add("name", first)
                                .add("phones", phone)
                                .build());
        try (Window window = opened) {
            window.signIn(user);
            CustomerForm form = CustomerForm.ofNew(window, "INDIVIDUAL").fill("name", second);
            DuplicateDialog typed = DuplicateDialog.ofTyped(window, "+84" + phone.substring(1));
            assertThat(typed.text()).contains(first);
            typed.close();

            DuplicateDialog asked = DuplicateDialog.ofSaving(window);
            assertThat(asked.text()).contains(first);
            assertThat(form.value("name")).isEqualTo(second);
            CustomerDetailPage detail = asked.saveAllTheSame();
            detail.lookAt("customer-detail-duplicates");
            assertThat(detail.duplicates()).contains(first);

            long id = detail.id();
            DuplicatesPage list = DuplicatesPage.open(window);
            assertThat(list.groups()).contains(first, second);
            assertThat(list.dismiss(second).groups()).doesNotContain(first, second);

            CustomerDetailPage again = CustomerDetailPage.open(window, id);
            assertThat(again.duplicates()).contains("1").doesNotContain(first);
            assertThat(again.lookAgainAt(first, "customer-detail-different").duplicates())
                    .contains(first);
            assertThat(DuplicatesPage.open(window).groups()).contains(first, second);
        }
    }

    @Tag("full")
    @ParameterizedTest
    @CsvSource({"1280,vi,light", "360,en,dark"})
    void anAdministratorChoosesWhatHappens(int width, String language, String theme) {
        try (Window window = Window.of(width, language, theme)) {
            window.signIn(TestUsers.administrator());
            DuplicateRulesPage rules = DuplicateRulesPage.open(window);
            assertThat(rules.policy("TAX", "FORM")).isEqualTo("BLOCK");
            rules.choose("ZALO", "CHAT", "WARN").save();
            assertThat(DuplicateRulesPage.open(window).policy("ZALO", "CHAT")).isEqualTo("WARN");
        } finally {
            Db.update("update duplicate_policy set policy = 'QUEUE' where kind = 'ZALO'");
        }
    }
}
