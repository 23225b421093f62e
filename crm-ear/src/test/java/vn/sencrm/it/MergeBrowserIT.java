package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sencrm.it.page.CustomerDetailPage;
import vn.sencrm.it.page.CustomerListPage;
import vn.sencrm.it.page.MergePage;
import vn.sencrm.it.page.Window;

/** Merging as one clicks it: two ticked in a list, side by side, and taken back (MRG-2, MRG-3, MRG-5). */
class MergeBrowserIT {

    private final TestUser user = TestUsers.administrator();
    private final Api api = Api.of(user);
    private final String word = Unique.word();

    @Test
    void theAddressOfAMergedCustomerOpensItsMaster() {
        JsonObject master = customer("An " + word, "Giám đốc");
        JsonObject slave = customer("Bình " + word, "Kế toán");
        JsonObject body = Json.createObjectBuilder()
                .add("masterId", id(master))
                .add("slaveIds", Json.createArrayBuilder().add(id(slave)))
                .add(
                        "versions",
                        Json.createObjectBuilder().add("" + id(master), 1).add("" + id(slave), 1))
                .build();
        assertThat(api.post("/merges", body).status()).isEqualTo(201);
        Visit visit = Visit.signedIn(user);
        for (String page : new String[] {"detail", "edit", "history"}) {
            Api.Answer moved = visit.get("/customer/" + page + ".xhtml?id=" + id(slave));
            assertThat(moved.status()).as(page).isEqualTo(302);
            assertThat(moved.header("location")).endsWith("/customer/" + page + ".xhtml?id=" + id(master));
        }
    }

    @ParameterizedTest
    @Tag("full")
    @CsvSource({"1280,vi,light", "360,en,dark"})
    void twoTickedCustomersAreMergedAndTakenApart(int width, String language, String theme) {
        JsonObject one = customer("An " + word, "Giám đốc");
        JsonObject other = customer("Bình " + word, "Kế toán");
        try (Window window = Window.of(width, language, theme)) {
            window.signIn(user);
            CustomerListPage.open(window, "?q=" + word).tick(0).tick(1);
            MergePage page = MergePage.fromList(window).swap();
            String before = page.result("jobTitle");
            page.choose("jobTitle", "slave");
            assertThat(page.result("jobTitle")).isNotEqualTo(before).isIn("Giám đốc", "Kế toán");
            CustomerDetailPage detail = page.merge();
            long master = detail.id();
            assertThat(master).isIn(id(one), id(other));
            JsonObject merged = api.get("/customers/" + master).json();
            assertThat(merged.getString("jobTitle")).isNotEqualTo(before);
            assertThat(merged.getJsonArray("phones")).hasSize(2);
            Api.Answer changed = api.patch(
                    "/customers/" + master,
                    Json.createObjectBuilder()
                            .add("version", merged.getInt("version"))
                            .add("jobTitle", "Thủ kho")
                            .build());
            assertThat(changed.status()).as(changed.body()).isEqualTo(200);
            MergePage undo = MergePage.ofMerge(window);
            assertThat(undo.conflicts()).hasSize(1);
            undo.undo();
            assertThat(api.get("/customers/" + id(one)).status()).isEqualTo(200);
            assertThat(api.get("/customers/" + id(other)).status()).isEqualTo(200);
            assertThat(api.get("/customers/" + master).json().getString("jobTitle"))
                    .isEqualTo("Thủ kho");
        }
    }

    @ParameterizedTest
    @Tag("full")
    @CsvSource({"1280,vi,light", "360,en,dark"})
    void whatAKindHasNoPlaceForIsSaidBeforeAndAnyValueCanBeTyped(int width, String language, String theme) {
        JsonObject person = customer("An " + word, "Giám đốc");
        JsonObject company = api.post(
                        "/customers",
                        Json.createObjectBuilder()
                                .add("kind", "ORGANIZATION")
                                .add("stage", "LEAD")
                                .add("name", "Công ty " + word)
                                .add("industry", "Dệt may")
                                .build())
                .json();
        try (Window window = Window.of(width, language, theme)) {
            window.signIn(user);
            MergePage page = MergePage.open(window, id(person), id(company));
            assertThat(page.drops()).hasSize(4);
            page.choose("kind", "slave").type("name", "").lookAt("customer-merge-chosen");
            assertThat(page.drops()).hasSize(4);
            assertThat(page.mergeInVain()).anyMatch(text -> text.matches("(Tên|Name).*"));
            page.lookAt("customer-merge-wrong");
            page.retype("name", "Sen " + word).type("phones", Unique.phone() + "\n" + Unique.phone());
            assertThat(page.result("name")).isEqualTo("Sen " + word);
            page.merge();
        }
        JsonObject merged = api.get("/customers/" + id(person)).json();
        assertThat(merged.getString("name")).isEqualTo("Sen " + word);
        assertThat(merged.getString("kind")).isEqualTo("ORGANIZATION");
        assertThat(merged.getString("industry")).isEqualTo("Dệt may");
        assertThat(merged.isNull("jobTitle")).isTrue();
        assertThat(merged.getJsonArray("phones")).hasSize(2);
    }

    private JsonObject customer(String name, String jobTitle) {
        Api.Answer answer = api.post(
                "/customers",
                Json.createObjectBuilder()
                        .add("kind", "INDIVIDUAL")
                        .add("stage", "LEAD")
                        .add("name", name)
                        .add("jobTitle", jobTitle)
                        .add("phones", Json.createArrayBuilder().add(Unique.phone()))
                        .build());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    private static long id(JsonObject customer) {
        return customer.getJsonNumber("id").longValue();
    }
}
