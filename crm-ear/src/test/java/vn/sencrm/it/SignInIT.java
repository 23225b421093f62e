package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sencrm.identity.PasswordHash;
import vn.sencrm.it.Api.Answer;

/** Signing in and out by the page, and what a session is worth (SEC-3). */
class SignInIT {

    private static final String HOME = "/index.xhtml";

    @Test
    void theRightPasswordLeadsToTheHomePage() {
        Visit visit = new Visit();
        Answer answer = visit.signIn(Sen.ADMIN, Sen.ADMIN_PASSWORD);
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).isEqualTo(Sen.baseUrl() + "/");
        assertThat(visit.get("/").status()).isEqualTo(200);
    }

    @Test
    void theNameIsReadWithoutRegardToCase() {
        TestUser user = TestUsers.staff();
        assertThat(new Visit()
                        .signIn(user.username().toUpperCase(), user.password())
                        .status())
                .isEqualTo(302);
    }

    @Test
    void theSessionIsRenewedAndItsOldIdIsDead() {
        TestUser user = TestUsers.staff();
        Visit visit = new Visit();
        visit.get(Visit.LOGIN);
        String before = visit.session();
        Visit attacker = visit.withSameCookies();
        visit.signIn(user.username(), user.password());
        assertThat(visit.session()).isNotEqualTo(before);
        assertThat(attacker.get(HOME).status()).isEqualTo(302);
    }

    @Test
    void anotherUserWhoSignsInInTheSameBrowserIsThatUser() {
        TestUser first = TestUsers.staff();
        TestUser second = TestUsers.staff();
        Visit visit = Visit.signedIn(first);
        visit.signIn(second.username(), second.password());
        assertThat(visit.get(HOME).body()).contains(second.username()).doesNotContain(first.username());
    }

    @Test
    void aPageAskedForBeforeIsShownAfterwardsWithItsQuery() {
        TestUser user = TestUsers.staff();
        Visit visit = new Visit();
        String toLogin = visit.get("/customer/list.xhtml?q=lan&stage=LEAD").header("Location");
        assertThat(toLogin).startsWith(Sen.baseUrl() + "/login.xhtml?next=");
        Answer answer = visit.signIn(toLogin.substring(Sen.baseUrl().length()), user.username(), user.password());
        assertThat(answer.header("Location")).isEqualTo(Sen.baseUrl() + "/customer/list.xhtml?q=lan&stage=LEAD");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/",
                "/%5Cevil.example/",
                "/%09/evil.example",
                "javascript:alert(1)",
                "evil.example"
            })
    void nobodyIsSentToAnotherHostAfterwards(String next) {
        TestUser user = TestUsers.staff();
        Answer answer = new Visit().signIn(Visit.LOGIN + "?next=" + next, user.username(), user.password());
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).isEqualTo(Sen.baseUrl() + "/");
    }

    @Test
    void aSessionAloneIsWorthNothingBelowApi() {
        Visit visit = Visit.signedIn(TestUsers.staff());
        assertThat(visit.get("/api/v1/customers").status()).isEqualTo(401);
    }

    @Test
    void aTokenIsWorthNothingOnPages() {
        TestUser user = TestUsers.staff();
        Answer answer =
                new Visit().header("Authorization", "Bearer " + user.token()).get(HOME);
        assertThat(answer.status()).isEqualTo(302);
    }

    @Test
    void aDeactivatedUserIsOutAtTheNextRequest() {
        TestUser user = TestUsers.staff();
        Visit visit = Visit.signedIn(user);
        assertThat(visit.get(HOME).status()).isEqualTo(200);
        Db.update("update app_user set active = false where id = ?", user.id());
        assertThat(visit.get(HOME).header("Location")).contains("/login.xhtml");
        assertThat(new Visit().signIn(user.username(), user.password()).status())
                .isNotEqualTo(302);
    }

    @Test
    void aChangedStampEndsTheSession() {
        TestUser user = TestUsers.staff();
        Visit visit = Visit.signedIn(user);
        Db.update(
                "update app_user set stamp = ? where id = ?", UUID.randomUUID().toString(), user.id());
        assertThat(visit.get(HOME).status()).isEqualTo(302);
    }

    @Test
    void aChangedPasswordEndsTheOtherSessionsAndTheTokens() {
        TestUser user = TestUsers.staff();
        Visit here = Visit.signedIn(user);
        Visit elsewhere = Visit.signedIn(user);
        String fresh = "Mật khẩu hoàn toàn mới 2";
        assertThat(changePassword(here, user.password(), fresh, fresh).status()).isEqualTo(302);
        assertThat(here.get(HOME).status()).isEqualTo(200);
        assertThat(elsewhere.get(HOME).status()).isEqualTo(302);
        assertThat(Api.of(user).get("/customers").status()).isEqualTo(401);
        assertThat(new Visit().signIn(user.username(), user.password()).status())
                .isEqualTo(200);
        assertThat(new Visit().signIn(user.username(), fresh).status()).isEqualTo(302);
    }

    @Test
    void aPasswordThatIsWrongShortTheSameOrDiffersIsNotTaken() {
        TestUser user = TestUsers.staff();
        Visit visit = Visit.signedIn(user);
        String good = "Mật khẩu hoàn toàn mới 3";
        assertThat(changePassword(visit, "sai", good, good).body()).contains("Mật khẩu hiện tại không đúng.");
        assertThat(changePassword(visit, user.password(), "ngắn", "ngắn").body())
                .contains("ít nhất 10 ký tự");
        assertThat(changePassword(visit, user.password(), user.password(), user.password())
                        .body())
                .contains("phải khác mật khẩu hiện tại");
        assertThat(changePassword(visit, user.password(), good, good + "x").body())
                .contains("không giống nhau");
        assertThat(new Visit().signIn(user.username(), user.password()).status())
                .isEqualTo(302);
    }

    @Test
    void aPasswordThatWasMadeUpMustBeChangedBeforeAnythingElse() {
        TestUser user = TestUsers.staff();
        Db.update("update app_user set must_change_password = true where id = ?", user.id());
        Visit visit = Visit.signedIn(user);
        assertThat(visit.get(HOME).header("Location")).endsWith("/password.xhtml");
        assertThat(visit.get("/customer/list.xhtml").header("Location")).endsWith("/password.xhtml");
        String fresh = "Mật khẩu do tôi chọn 4";
        assertThat(changePassword(visit, user.password(), fresh, fresh).status())
                .isEqualTo(302);
        assertThat(visit.get(HOME).status()).isEqualTo(200);
    }

    @Test
    void signingOutEndsTheSession() {
        Visit visit = Visit.signedIn(TestUsers.staff());
        Visit sameSession = visit.withSameCookies();
        assertThat(visit.signOut().header("Location")).contains("/login.xhtml");
        assertThat(sameSession.get(HOME).status()).isEqualTo(302);
    }

    @Test
    void unknownNamesAndWrongPasswordsGetTheSameAnswer() {
        TestUser user = TestUsers.staff();
        String unknown = "khong-co-" + Unique.number();
        assertThat(refusal(user.username())).isEqualTo(refusal(unknown));
        assertThat(TokensIT.issue(user.username(), "sai").body())
                .isEqualTo(TokensIT.issue(unknown, "sai").body());
    }

    @Test
    void unknownNamesAreAnsweredAfterTheSameWork() {
        TestUser user = TestUsers.staff();
        Db.update(
                "update app_user set password_hash = ? where id = ?",
                PasswordHash.of(user.password()).toString(),
                user.id());
        long known = shortestOf(3, () -> TokensIT.issue(user.username(), "sai"));
        long unknown = shortestOf(3, () -> TokensIT.issue("khong-co-" + Unique.number(), "sai"));
        assertThat((double) unknown / known).isBetween(0.5, 2.0);
    }

    @Test
    void aNameIsLockedAfterFailuresWhetherItExistsOrNot() {
        TestUser user = TestUsers.staff();
        String unknown = "khong-co-" + Unique.number();
        IntStream.range(0, 5).forEach(i -> {
            TokensIT.issue(user.username(), "sai");
            TokensIT.issue(unknown, "sai");
        });
        for (String name : List.of(user.username(), unknown)) {
            Answer locked = TokensIT.issue(name, user.password());
            assertThat(locked.status()).isEqualTo(429);
            assertThat(locked.code()).isEqualTo("SIGN_IN_LOCKED");
            assertThat(new Visit().signIn(name, user.password()).body()).contains("Đã sai quá nhiều lần");
        }
        Db.update("update sign_in_attempt set locked_until = now() - interval '1 second'");
        assertThat(TokensIT.issue(user.username(), user.password()).status()).isEqualTo(200);
        assertThat(Db.texts("select 1 from sign_in_attempt where username_key = ?", user.username()))
                .isEmpty();
    }

    @Test
    void eachFurtherFailureLocksForTwiceTheTime() {
        String name = "khong-co-" + Unique.number();
        IntStream.range(0, 5).forEach(i -> TokensIT.issue(name, "sai"));
        assertThat(lockSeconds(name)).isBetween(20L, 31L);
        Db.update("update sign_in_attempt set locked_until = now() where username_key = ?", name);
        TokensIT.issue(name, "sai");
        assertThat(lockSeconds(name)).isBetween(45L, 61L);
    }

    @Test
    void aPasswordIsStoredAsPbkdf2WithItsRounds() {
        String stored = Db.text("select password_hash from app_user where username = ?", Sen.ADMIN);
        PasswordHash hash = PasswordHash.parse(stored);
        assertThat(stored).startsWith("pbkdf2-sha512:220000:");
        assertThat(hash.salt()).hasSize(16);
        assertThat(hash.hash()).hasSize(64);
        assertThat(hash.matches(Sen.ADMIN_PASSWORD)).isTrue();
        assertThat(hash.matches(Sen.ADMIN_PASSWORD + " ")).isFalse();
    }

    @Test
    void theSignInFormIsNotTakenFromAnotherSiteOrView() {
        TestUser user = TestUsers.staff();
        String[] form = Visit.signInForm(user.username(), user.password(), "");
        String foreignState = Visit.viewState(new Visit().get(Visit.LOGIN).body());
        for (String state : new String[] {null, foreignState, "stateless", "x:y"}) {
            Visit visit = new Visit();
            visit.get(Visit.LOGIN);
            Answer answer = visit.post(Visit.LOGIN, state, form);
            assertThat(answer.status()).as("view state %s", state).isIn(200, 302);
            assertThat(visit.get(HOME).status()).as("view state %s", state).isEqualTo(302);
        }
    }

    @Test
    void anAjaxRequestWithoutASessionIsToldToGoToTheSignInPage() {
        Answer answer = new Visit()
                .header("Faces-Request", "partial/ajax")
                .post("/customer/list.xhtml", "x", "jakarta.faces.partial.ajax", "true");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("<redirect url=\"/crm/login.xhtml?next=%2Fcustomer%2Flist.xhtml\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/index.xhtml;x=1",
                "/resources/../index.xhtml",
                "/resources/%2e%2e/index.xhtml",
                "/resources/..%2findex.xhtml",
                "/jakarta.faces.resource/../index.xhtml",
                "/./index.xhtml",
                "/login.xhtml/../index.xhtml",
                "//index.xhtml",
                "/api/v1/health/../customers",
                "/api/v1/customers;x",
                "/api/v1//customers",
                "/api/v1/tokens/../customers"
            })
    void noTrickWithTheAddressReachesWhatIsProtected(String path) {
        Answer answer = new Visit().get(path);
        assertThat(answer.status()).isIn(302, 400, 401, 404);
        assertThat(answer.body()).doesNotContain("\"items\"");
    }

    @Test
    void theSignInPageRemembersTheLanguageOfItsSwitch() {
        Visit visit = new Visit();
        assertThat(visit.get(Visit.LOGIN).body()).contains("lang=\"vi\"");
        Answer chosen = visit.get(Visit.LOGIN + "?lang=en");
        assertThat(chosen.status()).isEqualTo(302);
        assertThat(visit.get(Visit.LOGIN).body()).contains("lang=\"en\"");
    }

    @Test
    void programsReadRefusalsInTheirLanguage() {
        var body = Json.createObjectBuilder()
                .add("username", "khong-co-" + Unique.number())
                .add("password", "x")
                .build();
        assertThat(Api.anonymous().in("en").post("/tokens", body).json().getString("detail"))
                .isNotEqualTo(Api.anonymous()
                        .in("vi-VN,vi;q=0.9")
                        .post("/tokens", body)
                        .json()
                        .getString("detail"));
    }

    private static Answer changePassword(Visit visit, String current, String fresh, String repeated) {
        return visit.submit(
                "/password.xhtml",
                "change",
                "change",
                "current",
                current,
                "fresh",
                fresh,
                "repeated",
                repeated,
                "change_password",
                "change_password");
    }

    private static String refusal(String username) {
        Answer answer = new Visit().signIn(username, "sai");
        assertThat(answer.body()).contains("Tên đăng nhập hoặc mật khẩu không đúng.");
        return answer.status() + visibleText(answer.body());
    }

    private static String visibleText(String page) {
        return page.replaceAll("(?s)<(script|style|head).*?</\\1>", "")
                .replaceAll("(?s)<[^>]*>", " ")
                .replaceAll("\\s+", " ");
    }

    private static long lockSeconds(String name) {
        return Db.number(
                "select extract(epoch from locked_until - now())::int from sign_in_attempt where username_key = ?",
                name);
    }

    private static long shortestOf(int times, Runnable work) {
        return IntStream.range(0, times)
                .mapToLong(i -> {
                    long start = System.nanoTime();
                    work.run();
                    return System.nanoTime() - start;
                })
                .min()
                .orElseThrow();
    }
}
