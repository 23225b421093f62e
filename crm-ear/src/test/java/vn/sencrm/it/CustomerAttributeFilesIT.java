package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import vn.sencrm.it.Api.Answer;

/** Pictures and films as values of attributes: who may send, refer to and see them, and what is taken. */
class CustomerAttributeFilesIT {

    private static final byte[] JPEG = {
        (byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0, 1
    };

    private final String code = TestAttributes.define("PHOTO").getString("code");
    private final TestUser sender = TestUsers.staff();
    private final Visit visit = Visit.signedIn(sender);

    private Answer send(byte[] content) {
        return send(visit, content);
    }

    private Answer send(Visit who, byte[] content) {
        return who.upload(
                "/customer/files?attribute=" + code + "&name=mat%20ti%E1%BB%81n.html", content, "X-Sen-Upload", "1");
    }

    private static String address(JsonObject sent) {
        return "/customer/files?id=" + sent.getJsonNumber("id");
    }

    private JsonObject customer(JsonObject sent) {
        return Json.createObjectBuilder()
                .add("name", "Khách " + Unique.word())
                .add("attributes", Json.createObjectBuilder().add(code, sent.getJsonNumber("id")))
                .build();
    }

    @Test
    void aPictureIsSeenByItsSenderAndThenByWhoSeesTheCustomer() {
        Answer sent = send(JPEG);
        assertThat(sent.status()).as(sent.body()).isEqualTo(201);
        Visit other = Visit.signedIn(TestUsers.staff());
        Visit everything = Visit.signedIn(TestUsers.administrator());
        assertThat(visit.get(address(sent.json())).status()).isEqualTo(200);
        assertThat(everything.get(address(sent.json())).status()).isEqualTo(404);

        Answer made = Api.of(sender).post("/customers", customer(sent.json()));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        Answer seen = everything.get(address(sent.json()));
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.header("Content-Type")).startsWith("image/jpeg");
        assertThat(seen.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(seen.header("Content-Disposition"))
                .startsWith("inline; ")
                .endsWith("; filename*=UTF-8''mat%20ti%E1%BB%81n.html");
        assertThat(other.get(address(sent.json())).status()).isEqualTo(404);
        assertThat(everything
                        .get("/customer/detail.xhtml?id=" + made.json().getJsonNumber("id"))
                        .body())
                .contains("files?id=" + sent.json().getJsonNumber("id"));
    }

    @Test
    void nobodyRefersToWhatSomebodyElseSent() {
        Answer sent = send(JPEG);
        Answer refused = Api.of(TestUsers.administrator()).post("/customers", customer(sent.json()));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errors().getJsonObject(0).getString("code")).isEqualTo("UNKNOWN_FILE");
        assertThat(refused.errors().getJsonObject(0).getString("field")).isEqualTo("attributes." + code);
    }

    @Test
    void whoChangesSomethingElseKeepsThePictureThatTheCustomerHas() {
        JsonObject made =
                Api.of(sender).post("/customers", customer(send(JPEG).json())).json();
        Answer changed = Api.of(TestUsers.administrator())
                .patch(
                        "/customers/" + made.getJsonNumber("id"),
                        Json.createObjectBuilder()
                                .add("version", 1)
                                .add("notes", "x")
                                .add("attributes", made.getJsonObject("attributes"))
                                .build());
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    }

    @Test
    void whatIsNoPictureIsRefusedWhateverItIsCalled() {
        for (String content :
                new String[] {"", "<html><script>alert(1)</script>", "<svg xmlns='http://www.w3.org/2000/svg'/>"}) {
            Answer refused = send(content.getBytes(StandardCharsets.UTF_8));
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.code()).isEqualTo("NOT_A_PHOTO");
        }
    }

    @Test
    void aPictureOverTheLimitIsRefusedWithIt() {
        Answer refused = send(Arrays.copyOf(JPEG, (10 << 20) + 1));
        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.json().getString("message")).contains("10 MB");
    }

    @Test
    void anotherSitesPageCannotSend() {
        assertThat(visit.upload("/customer/files?attribute=" + code, JPEG).status())
                .isEqualTo(403);
        assertThat(new Visit().get("/customer/files?id=1").status()).isNotEqualTo(200);
        String text = TestAttributes.define("TEXT").getString("code");
        assertThat(visit.upload("/customer/files?attribute=" + text, JPEG, "X-Sen-Upload", "1")
                        .status())
                .isEqualTo(404);
        assertThat(visit.get("/customer/files?id=x").status()).isEqualTo(404);
    }
}
