package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sencrm.it.page.AuditPage;
import vn.sencrm.it.page.Window;

/** The audit searched by hand (AUD-1). */
@Tag("full")
class AuditBrowserIT {

    private final TestUser user = TestUsers.administrator();

    @ParameterizedTest
    @CsvSource({
        "1280, vi, light, Trạng thái: (trống) → Báo giá, Trạng thái",
        "360, en, dark, Status: (nothing) → Quoted, Status"
    })
    void aChangeIsFoundByRecordAndFieldAndReadInWords(
            int width, String language, String theme, String told, String field) {
        Api api = Api.of(user);
        JsonObject customer = api.post(
                        "/customers",
                        Json.createObjectBuilder()
                                .add("name", "Khách " + Unique.word())
                                .build())
                .json();
        api.patch(
                "/customers/" + customer.getJsonNumber("id"),
                Json.createObjectBuilder()
                        .add("version", 1)
                        .add("status", "QUOTED")
                        .build());
        try (Window window = Window.of(width, language, theme)) {
            window.signIn(user);
            AuditPage page = AuditPage.open(window, "");
            assertThat(page.changes()).isNotEmpty();
            page.type("record", customer.getString("code"))
                    .choose("field", field)
                    .search();
            assertThat(page.changes()).singleElement().asString().contains(told);

            page.type("user", "nobody-at-all").search();
            assertThat(page.problems()).singleElement().asString().contains("nobody-at-all");
            assertThat(page.typed("record")).isEqualTo(customer.getString("code"));
        }
    }
}
