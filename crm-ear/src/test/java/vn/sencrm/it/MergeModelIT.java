package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sencrm.it.Api.Answer;

/**
 * Any order of creating, editing, merging, importing and taking back leads to what a plain model of it leads to: after
 * each step every customer has the model's values, phones and comments, or leads to the model's master.
 */
class MergeModelIT {

    private final Api api = Api.of(TestUsers.administrator());
    private final Map<Long, Customer> model = new TreeMap<>();
    private final Deque<Undo> undos = new ArrayDeque<>();
    private final StringBuilder story = new StringBuilder();
    private Random random;

    /** What the model knows of a customer. */
    private static final class Customer {
        private final String code;
        private String name;
        private String jobTitle;
        private String notes;
        private final List<String> phones = new ArrayList<>();
        private final TreeSet<String> comments = new TreeSet<>();
        private Long mergedInto;

        Customer(String code) {
            this.code = code;
        }

        Customer copy() {
            Customer copy = new Customer(code);
            copy.name = name;
            copy.jobTitle = jobTitle;
            copy.notes = notes;
            copy.phones.addAll(phones);
            copy.comments.addAll(comments);
            copy.mergedInto = mergedInto;
            return copy;
        }
    }

    /** The last that can be taken back: a merge by its number, or an import by its; and what was there before. */
    private record Undo(String path, Map<Long, Customer> before) {}

    @Test
    void whateverIsDoneTheBooksAgreeWithAPlainModel() {
        run(1, 30);
    }

    @ParameterizedTest
    @Tag("full")
    @ValueSource(longs = {2, 3, 4, 5, 6})
    void whateverIsDoneForLongTheBooksAgreeWithAPlainModel(long seed) {
        run(seed, 60);
    }

    private void run(long seed, int steps) {
        random = new Random(seed);
        for (int i = 0; i < 4; i++) {
            create();
        }
        for (int step = 0; step < steps; step++) {
            switch (random.nextInt(8)) {
                case 0 -> create();
                case 1, 2 -> edit();
                case 3 -> comment();
                case 4, 5 -> merge();
                case 6 -> importRow();
                default -> undo();
            }
            check();
        }
    }

    private void create() {
        String name = "Khách " + Unique.word();
        String phone = Unique.phone();
        JsonObject created = posted(
                "/customers",
                Json.createObjectBuilder()
                        .add("kind", "INDIVIDUAL")
                        .add("stage", "LEAD")
                        .add("name", name)
                        .add("phones", Json.createArrayBuilder().add(phone))
                        .build());
        Customer customer = new Customer(created.getString("code"));
        customer.name = name;
        customer.phones.add(phone);
        model.put(created.getJsonNumber("id").longValue(), customer);
        tell("create " + created.getInt("id"));
    }

    /** An edit by hand closes what could be taken back exactly: what is changed since stays. */
    private void edit() {
        long id = living();
        Customer customer = model.get(id);
        JsonObjectBuilder change = Json.createObjectBuilder().add("version", read(id).getInt("version"));
        if (random.nextBoolean()) {
            customer.jobTitle = random.nextBoolean() ? "Việc " + Unique.word() : null;
            add(change, "jobTitle", customer.jobTitle);
        } else {
            customer.phones.add(Unique.phone());
            JsonArrayBuilder phones = Json.createArrayBuilder();
            customer.phones.forEach(phones::add);
            change.add("phones", phones);
        }
        Answer answer = api.patch("/customers/" + id, change.build());
        assertThat(answer.status()).as(answer.body() + story).isEqualTo(200);
        undos.clear();
        tell("edit " + id);
    }

    private void comment() {
        long id = living();
        String text = "Lời " + Unique.word();
        posted(
                "/customers/" + id + "/comments",
                Json.createObjectBuilder().add("text", text).build());
        model.get(id).comments.add(text);
        undos.clear();
        tell("comment on " + id);
    }

    private void merge() {
        List<Long> alive = alive();
        if (alive.size() < 3) {
            return;
        }
        long master = alive.remove(random.nextInt(alive.size()));
        long slave = alive.remove(random.nextInt(alive.size()));
        Map<Long, Customer> before = snapshot();
        JsonObject merge = posted(
                "/merges",
                Json.createObjectBuilder()
                        .add("masterId", master)
                        .add("slaveIds", Json.createArrayBuilder().add(slave))
                        .add(
                                "versions",
                                Json.createObjectBuilder()
                                        .add("" + master, read(master).getInt("version"))
                                        .add("" + slave, read(slave).getInt("version")))
                        .build());
        Customer one = model.get(master);
        Customer other = model.get(slave);
        one.jobTitle = one.jobTitle == null ? other.jobTitle : one.jobTitle;
        one.notes = one.notes == null ? other.notes : one.notes;
        other.phones.stream().filter(phone -> !one.phones.contains(phone)).forEach(one.phones::add);
        one.comments.addAll(other.comments);
        other.comments.clear();
        model.values().stream()
                .filter(each -> each.mergedInto != null && each.mergedInto == slave)
                .forEach(each -> each.mergedInto = master);
        other.mergedInto = master;
        undos.push(new Undo("/merges/" + merge.getInt("id") + "/undo", before));
        tell("merge " + slave + " into " + master);
    }

    /** A row with the code of any customer, merged or not, changes the one that lives. */
    private void importRow() {
        List<Long> all = new ArrayList<>(model.keySet());
        long id = all.get(random.nextInt(all.size()));
        Customer named = model.get(id);
        Customer meant = named.mergedInto == null ? named : model.get(named.mergedInto);
        Map<Long, Customer> before = snapshot();
        String notes = "Ghi " + Unique.word();
        JsonObject run = TestImports.ended(
                api,
                TestImports.sendCsv(
                        api,
                        "Mã KH,Tên KH,Ghi chú\n" + named.code + "," + meant.name + "," + notes + "\n",
                        "{\"key\":\"CODE\",\"onMatch\":\"OVERWRITE\"}"));
        assertThat(TestImports.count(run, "updated")).as(run + "" + story).isEqualTo(1);
        meant.notes = notes;
        undos.push(new Undo("/import-runs/" + run.getInt("id") + "/undo", before));
        tell("import of " + named.code);
    }

    private void undo() {
        if (undos.isEmpty()) {
            return;
        }
        Undo undo = undos.pop();
        posted(undo.path(), Json.createObjectBuilder().build());
        if (undo.path().startsWith("/import-runs")) {
            long run = Long.parseLong(undo.path().split("/")[2]);
            Await.until("import " + run + " to be taken back", Duration.ofSeconds(60), () -> TestImports.state(api, run)
                    .equals("UNDONE"));
        }
        model.clear();
        model.putAll(undo.before());
        tell("undo " + undo.path());
    }

    // ---- the books

    private void check() {
        model.forEach((id, customer) -> {
            Answer answer = api.get("/customers/" + id);
            if (customer.mergedInto != null) {
                assertThat(answer.status()).as(id + "" + story).isEqualTo(308);
                assertThat(answer.header("location")).as(id + "" + story).endsWith("/customers/" + customer.mergedInto);
                return;
            }
            JsonObject now = answer.json();
            assertThat(now.getString("name")).as(id + "" + story).isEqualTo(customer.name);
            assertThat(now.getString("jobTitle", null)).as(id + "" + story).isEqualTo(customer.jobTitle);
            assertThat(now.getString("notes", null)).as(id + "" + story).isEqualTo(customer.notes);
            assertThat(now.getJsonArray("phones").stream()
                            .map(phone -> phone.asJsonObject().getString("value")))
                    .as(id + "" + story)
                    .containsExactlyElementsOf(customer.phones);
            assertThat(api.get("/customers/" + id + "/comments").items().stream()
                            .map(comment -> comment.asJsonObject().getString("text")))
                    .as(id + "" + story)
                    .containsExactlyInAnyOrderElementsOf(customer.comments);
            assertThat(Db.number(
                            "select count(*) from identity_key where customer_id = ? and kind = 'PHONE'", (long) id))
                    .as(id + "" + story)
                    .isEqualTo(customer.phones.size());
        });
    }

    // ---- helpers

    private long living() {
        List<Long> alive = alive();
        return alive.get(random.nextInt(alive.size()));
    }

    private List<Long> alive() {
        List<Long> alive = new ArrayList<>();
        model.forEach((id, customer) -> {
            if (customer.mergedInto == null) {
                alive.add(id);
            }
        });
        return alive;
    }

    private Map<Long, Customer> snapshot() {
        Map<Long, Customer> copies = new TreeMap<>();
        model.forEach((id, customer) -> copies.put(id, customer.copy()));
        return copies;
    }

    private JsonObject read(long id) {
        return api.get("/customers/" + id).json();
    }

    private JsonObject posted(String path, JsonObject body) {
        Answer answer = api.post(path, body);
        assertThat(answer.status()).as(path + answer.body() + story).isBetween(200, 202);
        return answer.json();
    }

    private void tell(String step) {
        story.append("\n").append(step);
    }

    private static void add(JsonObjectBuilder json, String name, String value) {
        if (value == null) {
            json.addNull(name);
        } else {
            json.add(name, value);
        }
    }
}
