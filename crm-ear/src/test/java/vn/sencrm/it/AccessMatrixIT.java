package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.sencrm.it.AccessMatrix.Rec;
import vn.sencrm.it.AccessMatrix.Who;
import vn.sencrm.it.Api.Answer;

/**
 * Users × records × ways in (SEC-2): whatever way a customer is asked for or changed, it is there for exactly those of
 * {@link AccessMatrix}. A new way in is one more line of {@link #waysToSee} or {@link #waysToChange}.
 */
class AccessMatrixIT {

    private static AccessMatrix matrix;

    /** A way in; tells the records that a user reaches by it. */
    record Way(String name, Function<Who, Set<Rec>> reaches) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static synchronized AccessMatrix matrix() {
        if (matrix == null) {
            matrix = new AccessMatrix();
        }
        return matrix;
    }

    static Stream<Way> waysToSee() {
        return Stream.of(
                new Way("search", who -> listed(who, "q", matrix().word)),
                new Way("filter", who -> listed(who, "filter", filter(matrix().codes()))),
                new Way("another order", who -> listed(who, "q", matrix().word, "sort", "name")),
                new Way("oldest first", who -> listed(who, "q", matrix().word, "sort", "updatedAt")),
                new Way("counted exactly", who -> each(who, (api, rec) -> total(api, rec, "count", "exact"))),
                new Way("counted", who -> each(who, (api, rec) -> total(api, rec))),
                new Way("page by page", AccessMatrixIT::paged),
                new Way("one", who -> each(who, (api, rec) -> isThere(api.get(path(rec))))),
                new Way("its shares", who -> each(who, (api, rec) -> isThere(api.get(path(rec) + "/shares")))),
                new Way("its contacts", who -> each(who, (api, rec) -> isThere(api.get(path(rec) + "/contacts")))),
                new Way("why it is seen", who -> each(who, (api, rec) -> isThere(api.get(path(rec) + "/access")))),
                new Way("quick search", AccessMatrixIT::suggested),
                new Way("a group", AccessMatrixIT::members),
                new Way("an export", AccessMatrixIT::exported),
                new Way("its contact card", who -> each(who, (api, rec) -> isThere(api.get(path(rec) + "/vcard")))),
                new Way("its page", who -> shown(who, "/customer/detail.xhtml?id=")),
                new Way("its form", who -> shown(who, "/customer/edit.xhtml?id=")),
                new Way("the list's page", who -> onPage(who, "/customer/list.xhtml?q=" + matrix().word)),
                new Way("a check for duplicates", AccessMatrixIT::alike),
                new Way("what was opened lately", AccessMatrixIT::opened));
    }

    static Stream<Way> waysToChange() {
        return Stream.of(
                new Way("change", who -> each(who, (api, rec) -> isAllowed(api.patch(path(rec), note(rec))))),
                new Way(
                        "sharing",
                        who -> each(who, (api, rec) -> isAllowed(api.post(path(rec) + "/shares", shareWithAll())))),
                new Way(
                        "its primary contact",
                        who -> each(
                                who,
                                (api, rec) -> api.delete(path(rec) + "/contacts/1/primary")
                                                .status()
                                        == 204)),
                new Way("attributes of many", AccessMatrixIT::setInBulk),
                new Way("an import that overwrites", AccessMatrixIT::imported));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("waysToSee")
    void everyWayInShowsEachUserTheSameCustomers(Way way) {
        assertThat(table(way)).isEqualTo(expected(Who::sees));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("waysToChange")
    void everyWayOfChangingIsOpenForTheSameUsers(Way way) {
        assertThat(table(way)).isEqualTo(expected(Who::changes));
    }

    @Test
    void theExplanationSaysWhatIsSoOfEveryUserAndRecord() {
        Api admin = Api.of(TestUsers.administrator());
        for (Who who : Who.values()) {
            for (Rec rec : Rec.values()) {
                JsonObject told = admin.get(
                                path(rec) + "/access",
                                "user",
                                matrix().user(who).username())
                        .json();
                assertThat(told.getBoolean("sees"))
                        .as(who + " " + rec)
                        .isEqualTo(who.sees().contains(rec));
                assertThat(told.getBoolean("changes"))
                        .as(who + " " + rec)
                        .isEqualTo(who.changes().contains(rec));
            }
        }
    }

    @Test
    void whatIsNotSeenIsAnsweredLikeWhatDoesNotExist() {
        Api nobody = matrix().api(Who.NOBODY);
        JsonObject body = note(Rec.FOREIGN);
        assertThat(nobody.get(path(Rec.FOREIGN)).body())
                .isEqualTo(nobody.get("/customers/1").body());
        assertThat(nobody.patch(path(Rec.FOREIGN), body).body())
                .isEqualTo(nobody.patch("/customers/1", body).body());
        assertThat(nobody.delete(path(Rec.FOREIGN)).status())
                .isEqualTo(nobody.delete("/customers/1").status())
                .isEqualTo(404);
        assertThat(nobody.get(path(Rec.FOREIGN) + "/access", "user", "admin").status())
                .isEqualTo(403);
    }

    @Test
    void whoMayOnlyLookIsToldSo() {
        Answer refused = matrix().api(Who.SHARED_VIEWER).patch(path(Rec.SHARED_TO_VIEW), note(Rec.SHARED_TO_VIEW));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("VIEW_ONLY");
    }

    private static Map<Who, Set<Rec>> table(Way way) {
        Map<Who, Set<Rec>> table = new TreeMap<>();
        for (Who who : Who.values()) {
            table.put(who, way.reaches().apply(who));
        }
        return table;
    }

    private static Map<Who, Set<Rec>> expected(Function<Who, Set<Rec>> of) {
        Map<Who, Set<Rec>> table = new TreeMap<>();
        for (Who who : Who.values()) {
            table.put(who, of.apply(who));
        }
        return table;
    }

    private interface Question {
        boolean answer(Api api, Rec rec);
    }

    private static Set<Rec> each(Who who, Question question) {
        Set<Rec> reached = EnumSet.noneOf(Rec.class);
        for (Rec rec : Rec.values()) {
            if (question.answer(matrix().api(who), rec)) {
                reached.add(rec);
            }
        }
        return reached;
    }

    private static String path(Rec rec) {
        return "/customers/" + matrix().id(rec);
    }

    private static Set<Rec> listed(Who who, String... parameters) {
        Answer answer = matrix().api(who).get("/customers", parameters);
        return answer.status() == 401 ? EnumSet.noneOf(Rec.class) : records(answer);
    }

    private static Set<Rec> records(Answer answer) {
        List<Rec> records = answer.items().stream()
                .map(item -> matrix().record(item.asJsonObject().getString("code")))
                .toList();
        assertThat(records).doesNotHaveDuplicates();
        return records.stream().collect(Collectors.toCollection(() -> EnumSet.noneOf(Rec.class)));
    }

    private static Set<Rec> members(Who who) {
        Answer answer = matrix().api(who).get("/customer-groups/" + matrix().groupId() + "/members");
        return answer.status() == 401 ? EnumSet.noneOf(Rec.class) : records(answer);
    }

    private static Set<Rec> exported(Who who) {
        if (who == Who.DEACTIVATED) {
            return EnumSet.noneOf(Rec.class);
        }
        JsonObject request =
                TestExports.request("csv", null, "code").add("q", matrix().word).build();
        try (Stream<String> lines = Files.lines(TestExports.file(matrix().user(who), request))) {
            return lines.skip(1)
                    .map(matrix()::record)
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(Rec.class)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<Rec> paged(Who who) {
        Set<Rec> all = EnumSet.noneOf(Rec.class);
        String after = "";
        while (after != null) {
            Answer page = matrix().api(who).get("/customers", "q", matrix().word, "size", "1", "after", after);
            if (page.status() == 401) {
                return all;
            }
            all.addAll(records(page));
            after = page.json().isNull("next") ? null : page.json().getString("next");
        }
        return all;
    }

    private static boolean total(Api api, Rec rec, String... more) {
        String filter = filter(List.of(matrix().code(rec)));
        Answer answer = more.length == 0
                ? api.get("/customers", "filter", filter)
                : api.get("/customers", "filter", filter, more[0], more[1]);
        return answer.status() != 401 && answer.json().getInt("total") == 1;
    }

    private static String filter(List<String> codes) {
        JsonArrayBuilder values = Json.createArrayBuilder();
        codes.forEach(values::add);
        return Json.createObjectBuilder()
                .add("field", "code")
                .add("op", "in")
                .add("value", values)
                .build()
                .toString();
    }

    private static boolean isThere(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isIn(200, 401, 404);
        return answer.status() == 200;
    }

    private static boolean isAllowed(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isIn(200, 201, 401, 403, 404);
        return answer.status() < 300;
    }

    private static JsonObject note(Rec rec) {
        return Json.createObjectBuilder()
                .add("version", (int) Db.number("select version from customer where id = ?", matrix().id(rec)))
                .add("notes", "Ghi chú " + Unique.number())
                .build();
    }

    private static JsonObject shareWithAll() {
        return Json.createObjectBuilder()
                .add("user", matrix().user(Who.ALL).username())
                .build();
    }

    private static Set<Rec> imported(Who who) {
        if (who == Who.DEACTIVATED) {
            return EnumSet.noneOf(Rec.class);
        }
        String note = "Nhập " + Unique.number();
        String rows = matrix().codes().stream()
                .map(code -> code + "," + note + "\n")
                .collect(Collectors.joining("", "Mã khách hàng,Ghi chú\n", ""));
        TestImports.ended(
                matrix().api(who),
                TestImports.sendCsv(
                        matrix().api(who),
                        rows,
                        "{\"onMatch\":\"OVERWRITE\",\"mapping\":{\"Mã khách hàng\":\"code\",\"Ghi chú\":\"notes\"}}"));
        return Db.texts("select code from customer where notes = ?", note).stream()
                .map(matrix()::record)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Rec.class)));
    }

    private static Set<Rec> setInBulk(Who who) {
        if (who == Who.DEACTIVATED) {
            return EnumSet.noneOf(Rec.class);
        }
        String attribute = TestAttributes.define("TEXT").getString("code");
        List<Long> ids =
                Stream.of(Rec.values()).map(rec -> (long) matrix().id(rec)).toList();
        JsonObject args = Json.createObjectBuilder()
                .add("attributes", Json.createObjectBuilder().add(attribute, "x"))
                .build();
        TestBulk.ended(matrix().api(who), TestBulk.ask(matrix().api(who), "attributes", ids, args));
        return Db.texts("select code from customer where attributes -> ? is not null", attribute).stream()
                .map(matrix()::record)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Rec.class)));
    }

    // ---- pages

    private static Visit visit(Who who) {
        return who == Who.DEACTIVATED ? new Visit() : Visits.of(matrix().user(who));
    }

    private static Set<Rec> shown(Who who, String page) {
        Set<Rec> shown = EnumSet.noneOf(Rec.class);
        for (Rec rec : Rec.values()) {
            Answer answer = visit(who).get(page + matrix().id(rec));
            assertThat(answer.status()).isIn(200, 302, 404);
            if (answer.status() == 200) {
                shown.add(rec);
            }
        }
        return shown;
    }

    private static Set<Rec> suggested(Who who) {
        Set<Rec> suggested = EnumSet.noneOf(Rec.class);
        // One at a time: the drop-down shows a few hits only.
        for (String code : matrix().codes()) {
            suggested.addAll(onPage(who, "/customer/suggest.xhtml?q=" + code));
        }
        return suggested;
    }

    /** All of them with one e-mail: a check tells the others without what they are. */
    private static Set<Rec> alike(Who who) {
        for (Rec rec : Rec.values()) {
            Db.update(
                    "insert into identity_key (kind, key, customer_id) values ('EMAIL', ?, ?) on conflict do nothing",
                    matrix().word.toLowerCase() + "@vidu.vn",
                    matrix().id(rec));
        }
        Answer answer = matrix().api(who)
                .post(
                        "/duplicates/check",
                        Json.createObjectBuilder()
                                .add("emails", matrix().word + "@vidu.vn")
                                .build());
        Set<Rec> told = EnumSet.noneOf(Rec.class);
        for (Rec rec : Rec.values()) {
            if (answer.body().contains("\"id\":" + matrix().id(rec) + ",")) {
                told.add(rec);
            }
        }
        return told;
    }

    /** As if the user had seen all of them once. */
    private static Set<Rec> opened(Who who) {
        for (Rec rec : Rec.values()) {
            Db.update(
                    "insert into customer_opened values (?, ?, now()) on conflict do nothing",
                    matrix().user(who).id(),
                    matrix().id(rec));
        }
        return onPage(who, "/me.xhtml");
    }

    private static Set<Rec> onPage(Who who, String page) {
        return Pattern.compile(matrix().code(Rec.OWNED).replace("-0", "-") + "\\d+")
                .matcher(visit(who).get(page).body())
                .results()
                .map(found -> matrix().record(found.group()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Rec.class)));
    }

    /** Each user signs in once. */
    private static final class Visits {
        private static final Map<Long, Visit> BY_USER = new TreeMap<>();

        static Visit of(TestUser user) {
            return BY_USER.computeIfAbsent(user.id(), id -> Visit.signedIn(user));
        }
    }
}
