package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sencrm.it.page.CataloguePage;
import vn.sencrm.it.page.OldAddressesPage;
import vn.sencrm.it.page.Window;

/** Catalogues, tags and locations by hand. */
@Tag("full")
class CatalogueBrowserIT {

    private final TestUser user = TestUsers.administrator();

    @ParameterizedTest
    @CsvSource({"1280,vi,light", "360,en,dark"})
    void anEntryIsAddedMovedArchivedAndDeleted(int width, String language, String theme) {
        String word = Unique.word();
        try (Window window = Window.of(width, language, theme)) {
            window.signIn(user);
            CataloguePage page = CataloguePage.open(window, "customer-statuses").add();
            assertThat(page.fill("nameVi", "").saveInVain()).hasSize(1);
            page.fill("nameVi", "<b>" + word).colour("pink").saved();
            assertThat(page.names()).last().asString().contains("<b>" + word);

            int last = page.names().size() - 1;
            page.act(word, "up");
            assertThat(page.names().get(last - 1)).contains(word);
            page.edit(word)
                    .fill("nameVi", "Đổi " + word)
                    .fill("nameEn", "Đổi " + word)
                    .saved();
            page.act(word, "archive");
            assertThat(page.names()).noneMatch(name -> name.contains(word));

            CataloguePage archived = CataloguePage.open(window, "customer-statuses&archived=true");
            assertThat(archived.askDelete(word)).contains("Đổi " + word);
            assertThat(archived.agree().notices()).anyMatch(notice -> notice.contains(word));
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, vi, light, Tên chứa “Qxyz”", "360, en, dark, Name contains “Qxyz”"})
    void aTierGetsARuleThatIsSaidInASentence(int width, String language, String theme, String sentence) {
        String word = Unique.word();
        try (Window window = Window.of(width, language, theme)) {
            window.signIn(user);
            CataloguePage page = CataloguePage.open(window, "tiers").add();
            page.fill("nameVi", word);
            assertThat(page.setRule(
                            dialog -> dialog.condition("name", "contains").type("Qxyz")))
                    .isEqualTo(sentence);
            page.saved();
            assertThat(page.text(word)).contains(sentence);
            page.lookAt("catalogue-tiers");
        }
        Db.update("update customer_tier set rule = null where name_vi = ?", word);
    }

    @Test
    void aTagIsAddedRenamedAndDeletedAndACommuneIsAdded() {
        String word = Unique.word();
        try (Window window = Window.of(user)) {
            CataloguePage tags = CataloguePage.tags(window).add();
            tags.fill("name", "Nhãn " + word).saved();
            tags.edit(word).fill("name", "Thẻ " + word).saved();
            assertThat(tags.names()).contains("Thẻ " + word);
            assertThat(tags.askDelete(word)).contains("Thẻ " + word);
            assertThat(tags.agree().names()).doesNotContain("Thẻ " + word);

            CataloguePage communes = CataloguePage.locations(window, "92").add();
            communes.fill("name", "Xã " + word)
                    .fill("code", "B" + Unique.number())
                    .saved();
            assertThat(communes.names()).contains("Xã " + word);
        }
    }

    @Test
    void anOldAddressIsLinkedWhenItIsTickedAndKeepsItsWords() {
        Api api = Api.of(user);
        String word = Unique.word();
        String customer = "/customers/"
                + api.post(
                                "/customers",
                                Json.createObjectBuilder()
                                        .add("name", "Khách " + word)
                                        .add("addresses", addresses("Phường Xưa " + word, "Ngõ 1"))
                                        .build())
                        .json()
                        .getJsonNumber("id");
        String code = "O" + Unique.number();
        api.post(
                "/locations",
                Json.createObjectBuilder()
                        .add("code", code)
                        .add("provinceCode", "96")
                        .add("name", "Phường Nay " + word)
                        .add("former", Json.createArrayBuilder().add("Phường Xưa " + word))
                        .build());
        assertThat(address(api, customer).isNull("communeCode")).isTrue();

        try (Window window = Window.of(user)) {
            OldAddressesPage page =
                    OldAddressesPage.open(window).tick("Phường Xưa " + word).apply();
            assertThat(page.written()).noneMatch(text -> text.contains(word));
        }
        JsonObject linked = address(api, customer);
        assertThat(linked.getString("communeCode")).isEqualTo(code);
        assertThat(linked.getString("provinceCode")).isEqualTo("96");
        assertThat(linked.getString("commune")).isEqualTo("Phường Xưa " + word);
        assertThat(linked.getString("province")).isEqualTo("Bạc Liêu");
        assertThat(Db.texts("select commune from customer_place where commune = ?", code))
                .hasSize(1);
        assertThat(api.get(customer).json().getInt("version")).isEqualTo(2);
    }

    private static JsonArrayBuilder addresses(String commune, String street) {
        return Json.createArrayBuilder()
                .add(Json.createObjectBuilder()
                        .add("street", street)
                        .add("province", "Bạc Liêu")
                        .add("commune", commune));
    }

    private static JsonObject address(Api api, String customer) {
        return api.get(customer).json().getJsonArray("addresses").getJsonObject(0);
    }
}
