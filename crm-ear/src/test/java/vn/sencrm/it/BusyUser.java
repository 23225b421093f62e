package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.sencrm.it.Api.Answer;

/**
 * A user at work, who writes a book of what was answered: each click reads a page, edits, comments, imports or acts in
 * bulk. What got no clear answer is in doubt; it may be there once, or not at all.
 */
final class BusyUser implements Runnable {

    private static final int IMPORTED = 60;

    private final TestUser user = TestUsers.administrator();
    private final TestUser boss;
    private final Visit visit = Visit.signedIn(user);
    private final Api api = Api.of(user);
    private final Random random;
    private final boolean withRuns;
    private final List<Long> edited = TestCustomers.sharingOneTime(user, 3);
    private final List<Long> inBulk = TestCustomers.sharingOneTime(user, 40);
    private final Map<Long, Integer> versions = new HashMap<>();
    private final Book names = new Book();
    private final Book comments = new Book();
    private final List<String> failures = new ArrayList<>();
    private volatile int clicks;
    private int lostLogins;
    private int runs;
    private long slowest;

    /** What was accepted, and what nobody knows of. */
    static final class Book {
        final Set<String> accepted = new HashSet<>();
        final Set<String> doubtful = new HashSet<>();

        void note(String what, Answer answer, int success) {
            if (answer.status() == success) {
                accepted.add(what);
            } else if (answer.status() != 409) {
                doubtful.add(what);
            }
        }
    }

    /** @param withRuns whether they also import and act in bulk */
    BusyUser(long seed, TestUser boss, boolean withRuns) {
        random = new Random(seed);
        this.boss = boss;
        this.withRuns = withRuns;
        edited.forEach(id -> versions.put(id, 1));
    }

    /** One click. */
    @Override
    public void run() {
        clicks++;
        long start = System.nanoTime();
        int percent = random.nextInt(100);
        if (percent < 45) {
            look();
        } else if (percent < 75) {
            edit(edited.get(random.nextInt(edited.size())));
        } else if (percent < 92 || !withRuns) {
            comment(edited.get(random.nextInt(edited.size())));
        } else if (percent < 96) {
            importSome();
        } else {
            actInBulk();
        }
        slowest = Math.max(slowest, System.nanoTime() - start);
    }

    private void look() {
        String page = List.of("/index.xhtml", "/customer/list.xhtml", "/customer/detail.xhtml?id=" + edited.get(0))
                .get(random.nextInt(3));
        Answer answer = answer(page, () -> visit.get(page));
        if (answer.status() == 302) {
            lostLogins++;
        } else if (answer.status() != 200) {
            failures.add("GET " + page + " " + answer.status());
        }
    }

    private void edit(long id) {
        String name = "Sửa " + Unique.word();
        JsonObject change = Json.createObjectBuilder()
                .add("version", versions.get(id))
                .add("name", name)
                .build();
        Answer answer = changing("PATCH", () -> api.patch("/customers/" + id, change));
        names.note(name, answer, 200);
        if (answer.status() == 200) {
            versions.put(id, answer.json().getInt("version"));
        } else {
            Answer now = answer("customer", () -> api.get("/customers/" + id));
            if (now.status() == 200) {
                versions.put(id, now.json().getInt("version"));
            }
        }
    }

    private void comment(long id) {
        String text = "Gọi lại " + Unique.word() + " @" + boss.username();
        JsonObject comment = Json.createObjectBuilder().add("text", text).build();
        comments.note(text, changing("comment", () -> api.post("/customers/" + id + "/comments", comment)), 201);
    }

    private void importSome() {
        String csv = IntStream.range(0, IMPORTED)
                .mapToObj(i -> "Nhập " + Unique.word() + "," + (i % 10 == 0 ? "12x" : Unique.phone()))
                .collect(Collectors.joining("\n", "Tên khách hàng,SĐT\n", "\n"));
        changing("import", () -> TestImports.sendCsv(api, csv, "{}"));
        runs++;
    }

    private void actInBulk() {
        String code = random.nextBoolean() ? "WON" : "NEW";
        changing(
                "bulk",
                () -> TestBulk.ask(
                        api,
                        "status",
                        inBulk,
                        Json.createObjectBuilder().add("code", code).build()));
        runs++;
    }

    private Answer changing(String what, Supplier<Answer> request) {
        Answer answer = answer(what, request);
        if (answer.status() >= 400 && answer.status() != 409) {
            failures.add(what + " " + answer.status());
        }
        return answer;
    }

    /** A connection that broke is an answer of its own: 599. */
    private static Answer answer(String what, Supplier<Answer> request) {
        try {
            return request.get();
        } catch (UncheckedIOException broken) {
            return new Answer(599, null, what + ": " + broken.getMessage());
        }
    }

    TestUser user() {
        return user;
    }

    int clicks() {
        return clicks;
    }

    int lostLogins() {
        return lostLogins;
    }

    int runs() {
        return runs;
    }

    int edits() {
        return names.accepted.size() + comments.accepted.size();
    }

    int inDoubt() {
        return names.doubtful.size() + comments.doubtful.size();
    }

    double slowestSeconds() {
        return slowest / 1e9;
    }

    List<String> failures() {
        return failures;
    }

    /** Each accepted edit is there once, each that is in doubt once or not at all, and nothing else is. */
    void assertBooksBalance() {
        assertBook(
                names,
                Db.texts(
                        """
                        select after ->> 'name' from audit_entry
                        where entity = 'customer' and cause = 'API' and actor_id = ? and version > 1 and after ->> 'name' is not null
                        """,
                        user.id()));
        assertThat(Db.texts(
                        """
                        select c.id || ' has version ' || c.version from customer c
                        where c.id = any (string_to_array(?, ',')::bigint[]) and c.version <> 1
                            + (select count(*) from audit_entry a where a.entity = 'customer' and a.entity_id = c.id)
                        """,
                        Stream.concat(edited.stream(), inBulk.stream())
                                .map(String::valueOf)
                                .collect(Collectors.joining(","))))
                .as("customers whose version is not the number of their changes")
                .isEmpty();
        assertBook(comments, Db.texts("select text from customer_comment where author_id = ?", user.id()));
        assertBook(
                comments,
                Db.texts("select excerpt from notification where kind = 'MENTION' and actor_id = ?", user.id()));
        assertRunsAddUp();
    }

    private void assertRunsAddUp() {
        assertThat(Db.texts(
                        """
                        select id || ' ' || state from import_run where created_by = ?
                            and state not in ('DONE', 'DONE_WITH_ERRORS')
                        """,
                        user.id()))
                .as("imports that did not end")
                .isEmpty();
        Db.texts("select id from import_run where created_by = ?", user.id())
                .forEach(id -> TestImports.ended(api, Long.parseLong(id)));
        Db.texts("select id from bulk_action where created_by = ?", user.id())
                .forEach(id -> TestBulk.ended(api, Long.parseLong(id)));
    }

    private static void assertBook(Book book, List<String> there) {
        assertThat(there).doesNotHaveDuplicates().containsAll(book.accepted);
        assertThat(there).allMatch(one -> book.accepted.contains(one) || book.doubtful.contains(one));
    }
}
