package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import vn.sencrm.it.Api.Answer;

/** Merging customers and taking it back (MRG-1 to MRG-5), by REST. */
class MergeApiIT {

    private final TestUser user = TestUsers.administrator();
    private final Api admin = Api.of(user);

    // ---- what they become

    @Test
    void listsAreUnitedAndOfSingleValuesTheMastersWins() {
        String phone = Unique.phone();
        JsonObject master = created(person().add("phones", array(phone, Unique.phone()))
                .add("jobTitle", "Giám đốc")
                .add("notes", "chủ"));
        JsonObject slave = created(person().add("phones", array("+84" + phone.substring(1), Unique.phone()))
                .add("jobTitle", "Kế toán")
                .add("birthday", "1990-02-03")
                .add("emails", array("a" + Unique.number() + "@sen.vn")));
        merged(master, slave);
        JsonObject result = read(master);
        assertThat(result.getString("code")).isEqualTo(master.getString("code"));
        assertThat(result.getString("name")).isEqualTo(master.getString("name"));
        assertThat(result.getString("jobTitle")).isEqualTo("Giám đốc");
        assertThat(result.getString("birthday")).isEqualTo("1990-02-03");
        assertThat(result.getJsonArray("phones")).hasSize(3);
        assertThat(result.getJsonArray("emails")).hasSize(1);
        assertThat(result.getString("createdAt")).isEqualTo(master.getString("createdAt"));
    }

    @Test
    void theEarlierOfTheTwoDatesOfCreationIsKept() {
        JsonObject slave = created(person());
        JsonObject master = created(person());
        merged(master, slave);
        assertThat(read(master).getString("createdAt")).isEqualTo(slave.getString("createdAt"));
    }

    @Test
    void anyFieldCanBeTakenFromTheOther() {
        JsonObject master = created(person().add("jobTitle", "Giám đốc").add("notes", "chủ"));
        JsonObject slave = created(person().add("jobTitle", "Kế toán"));
        JsonObject body = Json.createObjectBuilder(request(master, slave))
                .add(
                        "choose",
                        Json.createObjectBuilder().add("jobTitle", id(slave)).add("notes", id(slave)))
                .build();
        assertThat(admin.post("/merges", body).status()).isEqualTo(201);
        assertThat(read(master).getString("jobTitle")).isEqualTo("Kế toán");
        assertThat(read(master).isNull("notes")).isTrue();
    }

    @Test
    void anyFieldCanBeTypedAndComesBackWithTheUndo() {
        String typed = Unique.phone();
        JsonObject master = created(person().add("phones", array(Unique.phone())));
        JsonObject slave = created(person().add("jobTitle", "Kế toán").add("notes", "nợ"));
        Answer answer = merge(
                master,
                slave,
                Json.createObjectBuilder()
                        .add("jobTitle", typed(Json.createValue("Giám đốc")))
                        .add("notes", typed(JsonValue.NULL))
                        .add("phones", typed(array(typed).build()))
                        .add("birthday", typed(Json.createValue("02/03/1990"))));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        JsonObject result = read(master);
        assertThat(result.getString("jobTitle")).isEqualTo("Giám đốc");
        assertThat(result.isNull("notes")).isTrue();
        assertThat(result.getString("birthday")).isEqualTo("1990-03-02");
        assertThat(result.getJsonArray("phones")).hasSize(1);
        assertThat(ids(admin.get("/customers", "q", typed))).containsExactly(id(master));
        assertThat(undone(answer.json()).status()).isEqualTo(200);
        assertThat(lasting(read(master))).isEqualTo(lasting(master));
        assertThat(lasting(read(slave))).isEqualTo(lasting(slave));
    }

    @Test
    void whatIsTypedWrongIsRefusedByItsNameAndNothingIsMerged() {
        JsonObject master = created(person());
        JsonObject slave = created(person());
        Answer refused = merge(
                master,
                slave,
                Json.createObjectBuilder()
                        .add("name", typed(Json.createValue(" ")))
                        .add("phones", typed(array("12x").build()))
                        .add("status", typed(Json.createValue("khong-co"))));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errors().stream().map(one -> one.asJsonObject().getString("field")))
                .containsExactlyInAnyOrder("choose.name", "choose.phones[0]", "choose.status");
        Answer unknown = merge(
                master,
                slave,
                Json.createObjectBuilder()
                        .add("code", typed(Json.createValue("X")))
                        .add("kind", typed(Json.createValue("SHOP")))
                        .add("colour", typed(Json.createValue("red"))));
        assertThat(unknown.errors().stream().map(one -> one.asJsonObject().getString("field")))
                .containsExactlyInAnyOrder("choose.code", "choose.kind", "choose.colour");
        assertThat(merge(master, slave, Json.createObjectBuilder().add("notes", Json.createObjectBuilder()))
                        .errors()
                        .getJsonObject(0)
                        .getString("field"))
                .isEqualTo("choose.notes");
        assertThat(read(slave).getInt("version")).isEqualTo(1);
    }

    @Test
    void aTypedTaxCodeOfSomebodyElseIsRefusedWithWhoHasIt() {
        String taxCode = Unique.taxCode();
        JsonObject third = created(person().add("taxCode", taxCode));
        JsonObject master = created(person());
        JsonObject slave = created(person());
        Answer refused =
                merge(master, slave, Json.createObjectBuilder().add("taxCode", typed(Json.createValue(taxCode))));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("DUPLICATE");
        assertThat(refused.json().getBoolean("blocked")).isTrue();
        assertThat(id(refused.json().getJsonArray("candidates").getJsonObject(0)))
                .isEqualTo(id(third));
        assertThat(read(slave).getInt("version")).isEqualTo(1);
    }

    private static JsonObject typed(JsonValue value) {
        return Json.createObjectBuilder().add("value", value).build();
    }

    private Answer merge(JsonObject master, JsonObject slave, JsonObjectBuilder choose) {
        return admin.post(
                "/merges",
                Json.createObjectBuilder(request(master, slave))
                        .add("choose", choose)
                        .build());
    }

    @Test
    void aChoiceOfNothingIsRefusedByItsName() {
        JsonObject master = created(person());
        JsonObject slave = created(person());
        JsonObject body = Json.createObjectBuilder(request(master, slave))
                .add("choose", Json.createObjectBuilder().add("code", id(slave)).add("notes", 1))
                .build();
        Answer refused = admin.post("/merges", body);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errors().stream().map(one -> one.asJsonObject().getString("field")))
                .containsExactlyInAnyOrder("choose.code", "choose.notes");
    }

    @Test
    void whatTheResultsKindHasNoPlaceForIsListed() {
        JsonObject master = created(person());
        JsonObject slave = created(person().add("kind", "ORGANIZATION").add("industry", "Dệt may"));
        JsonObject merge = merged(master, slave);
        assertThat(merge.getJsonArray("slaves").getJsonObject(0).getJsonArray("dropped"))
                .extracting(value -> ((JsonString) value).getString())
                .containsExactly("industry");
        assertThat(read(master).isNull("industry")).isTrue();
        assertThat(undone(merge).status()).isEqualTo(200);
        assertThat(read(slave).getString("industry")).isEqualTo("Dệt may");
    }

    // ---- where the slave leads

    @Test
    void theSlavesAddressLeadsToTheMasterThroughChainsToo() {
        JsonObject first = created(person());
        JsonObject second = created(person());
        JsonObject third = created(person());
        merged(second, first);
        merged(third, read(second));
        Answer moved = admin.get(path(first));
        assertThat(moved.status()).isEqualTo(308);
        assertThat(moved.header("location")).endsWith("/customers/" + id(third));
        assertThat(admin.get(path(second) + "/history").header("location"))
                .endsWith("/customers/" + id(third) + "/history");
        assertThat(Api.of(TestUsers.staff()).get(path(first)).status()).isEqualTo(404);
    }

    @Test
    void theSlavesCodeFindsTheMaster() {
        JsonObject master = created(person());
        JsonObject slave = created(person());
        merged(master, slave);
        assertThat(ids(admin.get("/customers", "q", slave.getString("code")))).containsExactly(id(master));
        JsonObject contact = created(person().add("account", slave.getString("code")));
        assertThat(contact.getString("account")).isEqualTo(master.getString("code"));
    }

    @Test
    void theSlaveIsInNoListAndItsCodeStaysTaken() {
        JsonObject master = created(person());
        JsonObject slave = created(person());
        merged(master, slave);
        assertThat(admin.get("/customers", "q", slave.getString("name")).items())
                .isEmpty();
        Answer taken = admin.post(
                "/customers", person().add("code", slave.getString("code")).build());
        assertThat(taken.errors().getJsonObject(0).getString("code")).isEqualTo("CODE_TAKEN");
    }

    // ---- what pointed to the slave

    @Test
    void whatPointedToTheSlavePointsToTheMasterAndBack() {
        JsonObject master = created(person());
        JsonObject slave = created(person().add("tags", array("T" + Unique.number())));
        JsonObject contact = created(person().add("account", slave.getString("code")));
        admin.post(
                path(slave) + "/comments",
                Json.createObjectBuilder().add("text", "Gọi lại").build());
        admin.send("PUT", path(slave) + "/follow", null, BodyPublishers.noBody());
        JsonObject merge = merged(master, slave);
        assertThat(admin.get(path(master) + "/comments").items()).hasSize(1);
        assertThat(read(master).getJsonArray("tags")).isEqualTo(slave.getJsonArray("tags"));
        assertThat(read(master).getBoolean("followed")).isTrue();
        assertThat(read(contact).getString("account")).isEqualTo(master.getString("code"));
        assertThat(undone(merge).status()).isEqualTo(200);
        assertThat(admin.get(path(master) + "/comments").items()).isEmpty();
        assertThat(admin.get(path(slave) + "/comments").items()).hasSize(1);
        assertThat(read(master).getBoolean("followed")).isFalse();
        assertThat(read(slave).getBoolean("followed")).isTrue();
        assertThat(read(contact).getString("account")).isEqualTo(slave.getString("code"));
        assertThat(lasting(read(slave))).isEqualTo(lasting(slave));
        assertThat(lasting(read(master))).isEqualTo(lasting(master));
    }

    @Test
    void ofWhatBothHaveTheMastersStaysAndTheOtherComesBackWithTheUndo() {
        String tag = "T" + Unique.number();
        JsonObject master = created(person().add("tags", array(tag)));
        JsonObject slave = created(person().add("tags", array(tag)));
        JsonObject merge = merged(master, slave);
        assertThat(tags(master)).isEqualTo(1);
        assertThat(tags(slave)).isZero();
        assertThat(Db.texts(
                        "select kind from customer_merge_row where merge_id = ? and relation = 'customer_tag.customer_id'",
                        id(merge)))
                .containsExactly("SUPPRESSED");
        assertThat(undone(merge).status()).isEqualTo(200);
        assertThat(tags(master)).isEqualTo(1);
        assertThat(tags(slave)).isEqualTo(1);
    }

    @Test
    void everyReferenceToACustomerCanBeHandled() {
        List<String> tables = Db.texts(
                """
                select c.conrelid::regclass::text || '.' || a.attname
                from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
                where c.contype = 'f' and c.confrelid = 'customer'::regclass and c.conparentid = 0
                and (cardinality(c.conkey) > 1
                     or not exists (select from pg_index i where i.indrelid = c.conrelid and i.indisprimary)
                     or exists (select from pg_index i where i.indrelid = c.conrelid and i.indisunique
                                and a.attnum = any (i.indkey) and (i.indpred is not null or i.indexprs is not null)))
                and c.conrelid::regclass::text not in ('customer_merge', 'customer_merge_slave', 'customer_merge_row')
                """);
        assertThat(tables).as("references that no merge can move").isEmpty();
        // A column that looks like one and is no foreign key would be forgotten.
        assertThat(
                        Db.texts(
                                """
                        select a.attrelid::regclass::text || '.' || a.attname
                        from pg_attribute a join pg_class t on t.oid = a.attrelid and t.relkind in ('r', 'p')
                        where t.relnamespace = 'public'::regnamespace and a.attnum > 0 and not a.attisdropped
                        and a.attname like '%customer\\_id' and not t.relispartition
                        and not exists (select from pg_constraint c where c.contype = 'f' and c.conrelid = a.attrelid
                                        and c.confrelid = 'customer'::regclass and a.attnum = any (c.conkey))
                        order by 1
                        """))
                .containsExactlyInAnyOrder(
                        "bulk_item.customer_id",
                        "duplicate_grouped.customer_id",
                        "import_change.customer_id",
                        "import_match.customer_id",
                        "import_verdict.customer_id");
    }

    @Test
    void aFailureInAnyTableLeavesEverythingAsItWas() {
        JsonObject master = created(person().add("tags", array("T" + Unique.number())));
        JsonObject slave =
                created(person().add("tags", array("T" + Unique.number())).add("phones", array(Unique.phone())));
        created(person().add("account", slave.getString("code")));
        admin.send("PUT", path(slave) + "/follow", null, BodyPublishers.noBody());
        admin.post(
                path(slave) + "/comments",
                Json.createObjectBuilder().add("text", "Ghi chú").build());
        String before = everything(master, slave);
        for (String table : List.of(
                "customer_tag",
                "customer_follow",
                "customer_comment",
                "identity_key",
                "customer_merge_row",
                "customer")) {
            breakTable(table, slave);
            try {
                assertThat(admin.post("/merges", request(master, slave)).status())
                        .as(table)
                        .isGreaterThanOrEqualTo(500);
            } finally {
                Db.update("drop trigger merge_test on " + table);
            }
            assertThat(everything(master, slave)).as(table).isEqualTo(before);
        }
        merged(master, slave);
    }

    private static void breakTable(String table, JsonObject slave) {
        Db.update(
                """
                create or replace function merge_test() returns trigger language plpgsql as $$
                begin
                    raise exception 'broken by a test';
                end $$
                """);
        String column =
                table.equals("customer") ? "id" : table.equals("customer_merge_row") ? "slave_id" : "customer_id";
        String row = table.equals("customer_merge_row") ? "new" : "old";
        String event = table.equals("customer_merge_row") ? "insert" : "update or delete";
        Db.update("create trigger merge_test after " + event + " on " + table + " for each row when (" + row + "."
                + column + " = " + id(slave) + ") execute function merge_test()");
    }

    /** The two and everything that hangs on them. */
    private static String everything(JsonObject master, JsonObject slave) {
        StringBuilder all = new StringBuilder();
        for (String table : List.of(
                "customer_tag", "customer_follow", "customer_comment", "identity_key", "customer_merge_slave")) {
            String column = table.equals("customer_merge_slave") ? "slave_id" : "customer_id";
            all.append(Db.texts(
                    "select t::text from " + table + " t where " + column + " in (?, ?) order by 1",
                    id(master),
                    id(slave)));
        }
        all.append(Db.texts(
                "select c::text from customer c where id in (?, ?) or account_id in (?, ?) order by id",
                id(master),
                id(slave),
                id(master),
                id(slave)));
        return all.toString();
    }

    // ---- what is refused

    @Test
    void withItselfWithAnotherStageAndMoreThanTenAreRefused() {
        JsonObject lead = created(person());
        JsonObject contact = created(person().add("stage", "CONTACT"));
        assertThat(admin.post("/merges", request(lead, lead)).code()).isEqualTo("SELF");
        Answer stages = admin.post("/merges", request(lead, contact));
        assertThat(stages.status()).isEqualTo(422);
        assertThat(stages.code()).isEqualTo("DIFFERENT_STAGE");
        assertThat(stages.json().getString("detail")).contains("chuyển đổi");
        JsonArrayBuilder many = Json.createArrayBuilder();
        for (int i = 1; i <= 11; i++) {
            many.add(id(lead) + i);
        }
        Answer tooMany = admin.post(
                "/merges",
                Json.createObjectBuilder(request(lead, contact))
                        .add("slaveIds", many)
                        .build());
        assertThat(tooMany.status()).isEqualTo(422);
        assertThat(tooMany.code()).isEqualTo("TOO_MANY");
    }

    @Test
    void whoLookedAtAnOlderVersionMergesNothing() {
        JsonObject master = created(person());
        JsonObject slave = created(person());
        admin.patch(
                path(slave),
                Json.createObjectBuilder().add("version", 1).add("notes", "mới").build());
        Answer refused = admin.post("/merges", request(master, slave));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("STALE");
        assertThat(read(master).getInt("version")).isEqualTo(1);
        JsonObject without = Json.createObjectBuilder(request(master, slave))
                .remove("versions")
                .build();
        assertThat(admin.post("/merges", without).errors().getJsonObject(0).getString("code"))
                .isEqualTo("REQUIRED");
    }

    @Test
    void whoMayNotSeeOrChangeOneOfThemMergesNothing() {
        JsonObject master = created(person());
        Api clerk = Api.of(TestUsers.withRights("customer.view", "customer.create", "customer.edit", "customer.merge"));
        JsonObject own = created(clerk, person());
        assertThat(clerk.post("/merges", request(own, master)).status()).isEqualTo(404);
        assertThat(Api.of(TestUsers.withRights("customer.view"))
                        .post("/merges", request(own, master))
                        .status())
                .isEqualTo(403);
        assertThat(read(master).getInt("version")).isEqualTo(1);
    }

    @Test
    void ofTwoWhoMergeOverlappingCustomersOneIsRefused() {
        JsonObject first = created(person());
        JsonObject second = created(person());
        JsonObject third = created(person());
        CompletableFuture<Answer> one =
                CompletableFuture.supplyAsync(() -> admin.post("/merges", request(first, second)));
        CompletableFuture<Answer> other =
                CompletableFuture.supplyAsync(() -> admin.post("/merges", request(third, second)));
        List<Integer> statuses =
                new ArrayList<>(List.of(one.join().status(), other.join().status()));
        statuses.sort(null);
        assertThat(statuses.get(0)).isEqualTo(201);
        assertThat(statuses.get(1)).isIn(404, 409);
        assertThat(Db.number("select count(*) from customer_merge_slave where slave_id = ?", id(second)))
                .isEqualTo(1);
    }

    // ---- undo

    @Test
    void whatWasChangedSinceTheMergeIsKeptAndSaidBefore() {
        JsonObject master = created(person().add("phones", array(Unique.phone())));
        JsonObject slave =
                created(person().add("jobTitle", "Kế toán").add("notes", "nợ").add("phones", array(Unique.phone())));
        JsonObject merge = merged(master, slave);
        String added = Unique.phone();
        JsonObject now = read(master);
        JsonArrayBuilder phones =
                Json.createArrayBuilder(now.getJsonArray("phones")).add(added);
        assertThat(admin.patch(
                                path(master),
                                Json.createObjectBuilder()
                                        .add("version", now.getInt("version"))
                                        .add("jobTitle", "Giám đốc")
                                        .add("phones", phones)
                                        .build())
                        .status())
                .isEqualTo(200);
        Answer preview = admin.post(
                "/merges/" + id(merge) + "/undo?preview=true",
                Json.createObjectBuilder().build());
        JsonObject conflict = preview.json().getJsonArray("conflicts").getJsonObject(0);
        assertThat(preview.json().getJsonArray("conflicts")).hasSize(1);
        assertThat(conflict.getString("field")).isEqualTo("jobTitle");
        assertThat(conflict.getString("theirs")).isEqualTo("Giám đốc");
        assertThat(conflict.isNull("mine")).isTrue();
        assertThat(admin.get(path(slave)).status()).isEqualTo(308);
        assertThat(undone(merge).status()).isEqualTo(200);
        JsonObject after = read(master);
        assertThat(after.getString("jobTitle")).isEqualTo("Giám đốc");
        assertThat(after.isNull("notes")).isTrue();
        assertThat(after.getJsonArray("phones")).hasSize(2);
        assertThat(after.getJsonArray("phones").toString()).contains(added);
        assertThat(lasting(read(slave))).isEqualTo(lasting(slave));
        assertThat(undone(merge).code()).isEqualTo("MERGE_UNDONE");
    }

    @Test
    void aFieldChangedSinceIsPutBackOnRequest() {
        JsonObject master = created(person());
        JsonObject slave = created(person().add("jobTitle", "Kế toán"));
        JsonObject merge = merged(master, slave);
        admin.patch(
                path(master),
                Json.createObjectBuilder()
                        .add("version", read(master).getInt("version"))
                        .add("jobTitle", "Giám đốc")
                        .build());
        Answer done = admin.post(
                "/merges/" + id(merge) + "/undo",
                Json.createObjectBuilder().add("restore", array("jobTitle")).build());
        assertThat(done.status()).isEqualTo(200);
        assertThat(read(master).isNull("jobTitle")).isTrue();
    }

    @Test
    void whatCannotBePutBackIsCounted() {
        JsonObject master = created(person());
        JsonObject slave = created(person());
        admin.post(
                path(slave) + "/comments",
                Json.createObjectBuilder().add("text", "Sẽ xóa").build());
        JsonObject merge = merged(master, slave);
        Db.update("delete from customer_comment where customer_id = ?", id(master));
        JsonObject left = admin.post(
                        "/merges/" + id(merge) + "/undo?preview=true",
                        Json.createObjectBuilder().build())
                .json()
                .getJsonArray("left")
                .getJsonObject(0);
        assertThat(left.getString("relation")).isEqualTo("customer_comment");
        assertThat(left.getInt("rows")).isEqualTo(1);
        assertThat(undone(merge).status()).isEqualTo(200);
    }

    @Test
    void aChainIsTakenApartFromItsEnd() {
        JsonObject first = created(person());
        JsonObject second = created(person());
        JsonObject third = created(person());
        JsonObject inner = merged(second, first);
        JsonObject outer = merged(third, read(second));
        Answer refused = undone(inner);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("MERGE_MASTER_GONE");
        assertThat(undone(outer).status()).isEqualTo(200);
        assertThat(admin.get(path(first)).header("location")).endsWith("/customers/" + id(second));
        assertThat(undone(inner).status()).isEqualTo(200);
        assertThat(lasting(read(first))).isEqualTo(lasting(first));
    }

    @Test
    void afterThirtyDaysAMergeStays() {
        JsonObject master = created(person());
        JsonObject merge = merged(master, created(person()));
        Db.update("update customer_merge set merged_at = merged_at - interval '31 days' where id = ?", id(merge));
        assertThat(undone(merge).code()).isEqualTo("UNDO_EXPIRED");
    }

    @Test
    void severalAreMergedAtOnceAndComeBackTogether() {
        JsonObject master = created(person());
        JsonObject one = created(person().add("jobTitle", "Một").add("phones", array(Unique.phone())));
        JsonObject two = created(person().add("jobTitle", "Hai").add("phones", array(Unique.phone())));
        JsonObject merge = merged(master, one, two);
        assertThat(read(master).getString("jobTitle")).isEqualTo("Một");
        assertThat(read(master).getJsonArray("phones")).hasSize(2);
        assertThat(undone(merge).status()).isEqualTo(200);
        assertThat(lasting(read(master))).isEqualTo(lasting(master));
        assertThat(lasting(read(one))).isEqualTo(lasting(one));
        assertThat(lasting(read(two))).isEqualTo(lasting(two));
    }

    @Test
    void historyTellsOfTheMergeAndItsUndoAndFoldsToTheRecord() {
        JsonObject master = created(person());
        JsonObject slave = created(person().add("jobTitle", "Kế toán"));
        JsonObject merge = merged(master, slave);
        undone(merge);
        assertThat(Db.texts(
                        "select action || ' ' || cause from audit_entry where entity = 'customer' and entity_id = ?"
                                + " and actor_id = ? order by version",
                        id(master),
                        user.id()))
                .containsExactly("CREATE API", "MERGE MERGE", "UNMERGE MERGE_UNDO");
        assertThat(Db.texts(
                        "select after ->> 'jobTitle' from audit_entry where entity = 'customer' and entity_id = ?"
                                + " and version > 1 order by version",
                        id(master)))
                .containsExactly("Kế toán", null);
    }

    // ---- from chat

    @Test
    void whatCameByChatOverwritesTheExistingRecordWhateverItsStage() {
        JsonObject existing = created(
                person().add("stage", "CONTACT").add("jobTitle", "Giám đốc").add("notes", "cũ"));
        JsonObject chat = created(person().add("stage", "RAW").add("jobTitle", "Kế toán"));
        JsonObject merge = merged("OVERWRITE", existing, chat);
        JsonObject result = read(existing);
        assertThat(result.getString("name")).isEqualTo(chat.getString("name"));
        assertThat(result.getString("jobTitle")).isEqualTo("Kế toán");
        assertThat(result.getString("notes")).isEqualTo("cũ");
        assertThat(result.getString("stage")).isEqualTo("CONTACT");
        assertThat(result.getString("code")).isEqualTo(existing.getString("code"));
        assertThat(undone(merge).status()).isEqualTo(200);
        assertThat(lasting(read(existing))).isEqualTo(lasting(existing));
        assertThat(lasting(read(chat))).isEqualTo(lasting(chat));
    }

    @Test
    void aLinkedSenderBecomesANameOfTheCustomerWhichIsNotChanged() {
        JsonObject existing = created(person().add("stage", "ACCOUNT"));
        JsonObject sender = created(person().add("stage", "RAW").add("phones", array(Unique.phone())));
        Db.update("insert into identity_key (kind, key, customer_id) values ('ZALO', ?, ?)", Unique.word(), id(sender));
        JsonObject link = merged("LINK", existing, sender);
        assertThat(read(existing)).isEqualTo(admin.get(path(existing)).json());
        assertThat(read(existing).getInt("version")).isEqualTo(1);
        assertThat(lasting(read(existing))).isEqualTo(lasting(existing));
        assertThat(zaloOf(existing)).isEqualTo(1);
        assertThat(admin.get(path(sender)).status()).isEqualTo(308);
        assertThat(undone(link).status()).isEqualTo(200);
        assertThat(zaloOf(existing)).isZero();
        assertThat(zaloOf(sender)).isEqualTo(1);
        assertThat(lasting(read(sender))).isEqualTo(lasting(sender));
    }

    @Test
    void aSenderWithAHistoryOfItsOwnIsNotLinked() {
        JsonObject existing = created(person());
        JsonObject sender = created(person().add("stage", "RAW"));
        admin.post(
                path(sender) + "/comments",
                Json.createObjectBuilder().add("text", "Hỏi giá").build());
        Answer refused = admin.post(
                "/merges",
                Json.createObjectBuilder(request(existing, sender))
                        .add("mode", "LINK")
                        .build());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("LINK_NOT_BARE");
    }

    private static long zaloOf(JsonObject customer) {
        return Db.number("select count(*) from identity_key where customer_id = ? and kind = 'ZALO'", id(customer));
    }

    // ---- imports

    @Test
    void anImportedRowWithTheSlavesCodeUpdatesTheMaster() {
        JsonObject master = created(person());
        JsonObject slave = created(person());
        merged(master, slave);
        JsonObject run = TestImports.ended(
                admin,
                TestImports.sendCsv(
                        admin,
                        "Mã KH,Tên KH,Ghi chú\n" + slave.getString("code") + ",Tên mới,Ghi\n",
                        "{\"stage\":\"LEAD\",\"key\":\"CODE\",\"onMatch\":\"OVERWRITE\"}"));
        assertThat(TestImports.count(run, "updated")).as(run.toString()).isEqualTo(1);
        JsonObject result = read(master);
        assertThat(result.getString("name")).isEqualTo("Tên mới");
        assertThat(result.getString("code")).isEqualTo(master.getString("code"));
        assertThat(Db.text("select name from customer where id = ?", id(slave))).isEqualTo(slave.getString("name"));
    }

    // ---- helpers

    private static JsonObjectBuilder person() {
        return Json.createObjectBuilder()
                .add("kind", "INDIVIDUAL")
                .add("stage", "LEAD")
                .add("name", "Khách " + Unique.word());
    }

    private JsonObject created(JsonObjectBuilder customer) {
        return created(admin, customer);
    }

    private static JsonObject created(Api api, JsonObjectBuilder customer) {
        Answer answer = api.post("/customers?onDuplicate=allow", customer.build());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    private JsonObject read(JsonObject customer) {
        return admin.get(path(customer)).json();
    }

    private JsonObject merged(JsonObject master, JsonObject... slaves) {
        return merged("MERGE", master, slaves);
    }

    private JsonObject merged(String mode, JsonObject master, JsonObject... slaves) {
        Answer answer = admin.post(
                "/merges",
                Json.createObjectBuilder(request(master, slaves))
                        .add("mode", mode)
                        .build());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    private Answer undone(JsonObject merge) {
        return admin.post(
                "/merges/" + id(merge) + "/undo", Json.createObjectBuilder().build());
    }

    private static JsonObject request(JsonObject master, JsonObject... slaves) {
        JsonArrayBuilder ids = Json.createArrayBuilder();
        JsonObjectBuilder versions = Json.createObjectBuilder().add("" + id(master), master.getInt("version"));
        for (JsonObject slave : slaves) {
            ids.add(id(slave));
            versions.add("" + id(slave), slave.getInt("version"));
        }
        return Json.createObjectBuilder()
                .add("masterId", id(master))
                .add("slaveIds", ids)
                .add("versions", versions)
                .build();
    }

    /** All that a merge and its undo must leave as it was. */
    private static JsonObject lasting(JsonObject customer) {
        return Json.createObjectBuilder(customer)
                .remove("version")
                .remove("updatedAt")
                .remove("warnings")
                .remove("followed")
                .build();
    }

    private static long tags(JsonObject customer) {
        return Db.number("select count(*) from customer_tag where customer_id = ?", id(customer));
    }

    private static List<Long> ids(Answer answer) {
        return answer.items().stream()
                .map(JsonValue::asJsonObject)
                .map(MergeApiIT::id)
                .toList();
    }

    private static JsonArrayBuilder array(String... values) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        for (String value : values) {
            array.add(value);
        }
        return array;
    }

    private static String path(JsonObject customer) {
        return "/customers/" + id(customer);
    }

    private static long id(JsonObject json) {
        return json.getJsonNumber("id").longValue();
    }
}
