package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.sencrm.it.Api.Answer;

/** The contacts of a company, one of them the primary one (CUS-1). */
class CustomerContactsIT {

    private final TestUser user = TestUsers.staff();
    private final Api api = Api.of(user);
    private final JsonObject account = create(Json.createObjectBuilder()
            .add("kind", "ORGANIZATION")
            .add("stage", "ACCOUNT")
            .add("name", "Công ty " + Unique.word()));
    private final JsonObject an = contact("An");
    private final JsonObject binh = contact("Bình");

    @Test
    void aContactIsChosenAndStandsFirstAndTheOneBeforeIsItNoLonger() {
        assertThat(primary()).isEmpty();
        assertThat(choose(an).status()).isEqualTo(204);
        assertThat(choose(binh).status()).isEqualTo(204);
        assertThat(choose(binh).status()).isEqualTo(204);
        assertThat(primary()).containsExactly(binh.getInt("id"));
        assertThat(contacts().get(0).getString("code")).isEqualTo(binh.getString("code"));
        assertThat(api.delete(path(an)).status()).isEqualTo(204);
        assertThat(primary()).containsExactly(binh.getInt("id"));
        assertThat(api.delete(path(binh)).status()).isEqualTo(204);
        assertThat(primary()).isEmpty();
    }

    @Test
    void theHistoryTellsWhoWasAndWhoIsAndTheCompanyItselfIsNotChanged() {
        choose(an);
        choose(binh);
        assertThat(Db.texts(
                        "select coalesce(before -> 'primaryContact' ->> 'id', '-') || ' ' || (after -> 'primaryContact' ->> 'id')"
                                + " from audit_entry where entity = 'customer' and entity_id = ? and action = 'PRIMARY_CONTACT' order by at",
                        (long) account.getInt("id")))
                .containsExactly("- " + an.getInt("id"), an.getInt("id") + " " + binh.getInt("id"));
        assertThat(api.get("/customers/" + account.getInt("id")).json().getInt("version"))
                .isEqualTo(1);
        assertThat(Visit.signedIn(user)
                        .get("/customer/detail.xhtml?id=" + account.getInt("id"))
                        .body())
                .contains("Đổi người liên hệ chính", "Đặt " + an.getString("name") + " làm người liên hệ chính");
    }

    @Test
    void onlyAContactOfTheCompanyCanBeChosenAndOnlyByWhoMayChangeIt() {
        JsonObject other = create(Json.createObjectBuilder().add("name", "Người " + Unique.word()));
        assertThat(choose(other).status()).isEqualTo(404);
        assertThat(Api.of(TestUsers.staff())
                        .send("PUT", path(an), null, java.net.http.HttpRequest.BodyPublishers.noBody())
                        .status())
                .isEqualTo(404);
        assertThat(Api.of(TestUsers.staff())
                        .get("/customers/" + account.getInt("id") + "/contacts")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aPrimaryContactThatIsPurgedLeavesTheCompanyWithoutOne() {
        choose(an);
        Db.update("delete from customer where id = ?", (long) an.getInt("id"));
        assertThat(primary()).isEmpty();
        assertThat(contacts()).hasSize(1);
    }

    private Answer choose(JsonObject contact) {
        return api.send("PUT", path(contact), null, java.net.http.HttpRequest.BodyPublishers.noBody());
    }

    private String path(JsonObject contact) {
        return "/customers/" + account.getInt("id") + "/contacts/" + contact.getInt("id") + "/primary";
    }

    private List<JsonObject> contacts() {
        return api.get("/customers/" + account.getInt("id") + "/contacts")
                .items()
                .getValuesAs(JsonObject.class);
    }

    private List<Integer> primary() {
        return contacts().stream()
                .filter(contact -> contact.getBoolean("primary"))
                .map(contact -> contact.getInt("id"))
                .toList();
    }

    private JsonObject contact(String name) {
        return create(Json.createObjectBuilder()
                .add("stage", "CONTACT")
                .add("name", name + " " + Unique.word())
                .add("account", account.getString("code")));
    }

    private JsonObject create(JsonObjectBuilder customer) {
        Answer answer = api.post("/customers", customer.build());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }
}
