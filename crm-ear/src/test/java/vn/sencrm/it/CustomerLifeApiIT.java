package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.sencrm.it.Api.Answer;

/** What happens to one customer: tags, following, comments, files, history, by REST. */
class CustomerLifeApiIT {

    private static final byte[] PDF = "%PDF-1.7\nBáo giá".getBytes(StandardCharsets.UTF_8);

    private final TestUser user = TestUsers.administrator();
    private final Api admin = Api.of(user);
    private final JsonObject customer = created(admin, customer(Unique.word()));
    private final String path = "/customers/" + id(customer);

    // --- tags and following

    @Test
    void aNewTagIsOnesOwnUnlessItIsShared() {
        String own = "Riêng " + Unique.number();
        String shared = "Chung " + Unique.number();
        admin.post(path + "/tags", tags(false, own));
        JsonObject tagged = admin.post(path + "/tags", tags(true, shared)).json();
        assertThat(names(tagged)).containsExactlyInAnyOrder(own, shared);
        assertThat(names(Api.of(TestUsers.administrator()).get(path).json())).containsExactly(shared);
    }

    @Test
    void twoWhoTagAtTheSameTimeDoNotUndoEachOther() {
        Api other = Api.of(TestUsers.administrator());
        List<Api> both = List.of(admin, other);
        both.parallelStream()
                .forEach(api ->
                        api.post(path + "/tags", tags(true, "T" + api.token().hashCode())));
        assertThat(names(admin.get(path).json())).hasSize(2);
    }

    @Test
    void aTagThatIsTakenOffIsKeptInTheHistory() {
        String name = "Gọi lại " + Unique.number();
        admin.post(path + "/tags", tags(false, name));
        assertThat(admin.delete(path + "/tags/" + name.toUpperCase().replace(" ", "%20"))
                        .status())
                .isEqualTo(204);
        assertThat(names(admin.get(path).json())).isEmpty();
        JsonObject change = admin.get(path + "/history")
                .items()
                .getJsonObject(0)
                .getJsonArray("changes")
                .getJsonObject(0);
        assertThat(change.getString("field")).isEqualTo("tags");
        assertThat(change.getJsonArray("before").getString(0)).isEqualTo(name);
        assertThat(change.isNull("after")).isTrue();
    }

    @Test
    void aTagThatCannotBeIsRefusedWithItsField() {
        for (JsonObject body : List.of(tags(false, "x".repeat(61)), tags(false, "  "), tags(false))) {
            Answer refused = admin.post(path + "/tags", body);
            assertThat(refused.status()).as(refused.body()).isEqualTo(400);
            assertThat(refused.errors().getJsonObject(0).getString("field")).startsWith("tags");
        }
    }

    @Test
    void followingIsHarmlessToRepeat() {
        for (int i = 0; i < 2; i++) {
            assertThat(follow("PUT").status()).isEqualTo(204);
        }
        assertThat(admin.get(path).json().getBoolean("followed")).isTrue();
        assertThat(Api.of(TestUsers.administrator()).get(path).json().getBoolean("followed"))
                .isFalse();
        for (int i = 0; i < 2; i++) {
            assertThat(follow("DELETE").status()).isEqualTo(204);
        }
        assertThat(admin.get(path).json().getBoolean("followed")).isFalse();
    }

    // --- comments

    @Test
    void whoIsNamedAndSeesTheCustomerIsTold() {
        TestUser colleague = TestUsers.administrator();
        TestUser stranger = TestUsers.staff();
        JsonObject comment = comment("Nhờ @" + colleague.username() + " và @" + stranger.username() + " gọi lại.");
        assertThat(comment.getString("author")).isEqualTo(user.username());
        assertThat(comment.getJsonArray("mentions").getValuesAs(JsonString::getString))
                .containsExactly(colleague.username());
        assertThat(notifications(colleague)).isEqualTo(1);
        assertThat(notifications(stranger)).isZero();
    }

    @Test
    void whoIsNamedInAChangedCommentIsToldOnce() {
        TestUser colleague = TestUsers.administrator();
        JsonObject comment = comment("@" + colleague.username() + " xem giúp");
        Answer changed = admin.patch(
                path + "/comments/" + id(comment),
                Json.createObjectBuilder()
                        .add("version", 1)
                        .add("text", "@" + colleague.username() + " xem giúp nhé")
                        .build());
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(changed.json().isNull("editedAt")).isFalse();
        assertThat(notifications(colleague)).isEqualTo(1);
    }

    @Test
    void aCommentIsItsAuthorsToChange() {
        JsonObject comment = comment("Của tôi");
        TestUser other = TestUsers.staff();
        Db.update("update customer set owner_id = ? where id = ?", other.id(), id(customer));
        JsonObject change =
                Json.createObjectBuilder().add("version", 1).add("text", "x").build();
        assertThat(Api.of(other)
                        .patch(path + "/comments/" + id(comment), change)
                        .status())
                .isEqualTo(404);
        assertThat(Api.of(other).delete(path + "/comments/" + id(comment)).status())
                .isEqualTo(404);
        assertThat(admin.patch(path + "/comments/" + id(comment), change).status())
                .isEqualTo(200);
        assertThat(admin.patch(path + "/comments/" + id(comment), change).status())
                .as("an older version")
                .isEqualTo(409);
        assertThat(admin.delete(path + "/comments/" + id(comment)).status()).isEqualTo(204);
        assertThat(admin.get(path + "/comments").items()).isEmpty();
    }

    @Test
    void anEmptyOrEndlessCommentIsRefused() {
        for (String text : List.of(" \n ", "x".repeat(5_001))) {
            Answer refused = admin.post(path + "/comments", text(text));
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.errors().getJsonObject(0).getString("field")).isEqualTo("text");
        }
    }

    @Test
    void commentsOfOneMomentAreReadPageByPage() {
        for (int i = 0; i < 5; i++) {
            comment("Số " + i);
        }
        Db.update("update customer_comment set created_at = now() where customer_id = ?", id(customer));
        String after = "";
        int read = 0;
        do {
            JsonObject page =
                    admin.get(path + "/comments", "size", "2", "after", after).json();
            read += page.getJsonArray("items").size();
            after = page.isNull("next") ? null : page.getString("next");
        } while (after != null);
        assertThat(read).isEqualTo(5);
    }

    @Test
    void signsOfEveryKindStayAsTheyWereWritten() {
        String text = "😀 <b>đậm</b> & \"ngoặc\" שלום\nDòng hai";
        assertThat(comment(text).getString("text")).isEqualTo(text);
    }

    // --- files

    @Test
    void aFileIsGivenBackAsItWasForSavingOnly() {
        JsonObject file = attached("Báo giá \"tháng 11\".pdf", PDF).json();
        assertThat(file.getString("contentType")).isEqualTo("application/pdf");
        Answer content = admin.get(path + "/files/" + id(file));
        assertThat(content.body()).isEqualTo(new String(PDF, StandardCharsets.UTF_8));
        assertThat(content.header("Content-Disposition"))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''B%C3%A1o");
        assertThat(content.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(admin.get(path + "/files").items()).hasSize(1);
        assertThat(admin.delete(path + "/files/" + id(file)).status()).isEqualTo(204);
        assertThat(Db.number("select count(*) from stored_file where id = ?", id(file)))
                .isZero();
    }

    @Test
    void whoDoesNotSeeTheCustomerReadsNoFileOrCommentOfIt() {
        JsonObject file = attached("a.pdf", PDF).json();
        comment("Nội bộ");
        Api stranger = Api.of(TestUsers.staff());
        for (String part : List.of("/files", "/files/" + id(file), "/comments", "/history")) {
            assertThat(stranger.get(path + part).status()).as(part).isEqualTo(404);
        }
        assertThat(stranger.post(path + "/comments", text("x")).status()).isEqualTo(404);
        JsonObject own = created(stranger, customer(Unique.word()));
        assertThat(stranger.get("/customers/" + id(own) + "/files/" + id(file)).status())
                .as("another customer's file by way of one's own")
                .isEqualTo(404);
    }

    @Test
    void aFileThatIsNotWhatItsNameSaysIsRefused() {
        for (String name : List.of("a.exe", "a.html", "a.png", "a")) {
            Answer refused = attached(name, PDF);
            assertThat(refused.status()).as(name).isEqualTo(400);
            assertThat(refused.code()).isEqualTo("FILE_TYPE");
        }
        assertThat(admin.get(path + "/files").items()).isEmpty();
    }

    // --- history

    @Test
    void theHistoryGivesTheRecord() {
        patch("notes", "một");
        admin.post(path + "/tags", tags(false, "T" + Unique.number()));
        patch("jobTitle", "Giám đốc");
        admin.delete(path);
        admin.post(
                "/recycle-bin/" + id(customer) + "/restore",
                Json.createObjectBuilder().build());
        patch("notes", "");
        assertThat(Db.text(
                        """
                        select (jsonb_strip_nulls((select jsonb_union(a.after order by a.version) from audit_entry a
                                                   where a.entity = 'customer' and a.entity_id = c.id)) - 'state'
                                = customer_document(c, ?) - 'supplier')::text
                        from customer c where c.id = ?
                        """,
                        user.id(),
                        id(customer)))
                .isEqualTo("true");
    }

    @Test
    void theHistoryTellsEveryChangeOnce() {
        for (int i = 0; i < 5; i++) {
            patch("notes", "Lần " + i);
        }
        JsonObject first = admin.get(path + "/history", "size", "4").json();
        JsonObject second = admin.get(path + "/history", "size", "4", "after", first.getString("next"))
                .json();
        assertThat(first.getJsonArray("items")).hasSize(4);
        assertThat(second.getJsonArray("items")).hasSize(2);
        assertThat(second.isNull("next")).isTrue();
        JsonObject newest = first.getJsonArray("items").getJsonObject(0);
        assertThat(newest.getString("cause")).isEqualTo("API");
        assertThat(newest.getInt("version")).isEqualTo(6);
    }

    private void patch(String field, String value) {
        int version = admin.get(path).json().getInt("version");
        Answer changed = admin.patch(
                path,
                Json.createObjectBuilder()
                        .add("version", version)
                        .add(field, value)
                        .build());
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    }

    private Answer follow(String method) {
        return admin.send(method, path + "/follow", null, BodyPublishers.noBody());
    }

    private JsonObject comment(String text) {
        Answer answer = admin.post(path + "/comments", text(text));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    private Answer attached(String name, byte[] content) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name.replace("\"", "%22")
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8));
        return admin.send(
                "POST",
                path + "/files",
                "multipart/form-data; boundary=x",
                BodyPublishers.ofByteArray(body.toByteArray()));
    }

    private static long notifications(TestUser user) {
        return Db.number("select count(*) from notification where user_id = ?", user.id());
    }

    private static JsonObject tags(boolean shared, String... names) {
        return Json.createObjectBuilder()
                .add("tags", Json.createArrayBuilder(List.of(names)))
                .add("shared", shared)
                .build();
    }

    private static JsonObject text(String text) {
        return Json.createObjectBuilder().add("text", text).build();
    }

    private static List<String> names(JsonObject customer) {
        return customer.getJsonArray("tags").getValuesAs(JsonString::getString);
    }

    private static JsonObjectBuilder customer(String name) {
        return Json.createObjectBuilder().add("name", name);
    }

    private static JsonObject created(Api api, JsonObjectBuilder customer) {
        Answer answer = api.post("/customers", customer.build());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    private static long id(JsonObject record) {
        return record.getJsonNumber("id").longValue();
    }
}
