package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import vn.sencrm.it.page.HomePage;
import vn.sencrm.it.page.Window;

/** Open windows hear within two seconds of what they have to show. */
class LiveIT {

    private static final Duration SOON = Duration.ofSeconds(2);

    private final TestUser user = TestUsers.staff();

    @Test
    void aWindowHearsOfItsUsersNewsAlone() {
        List<String> heard = new CopyOnWriteArrayList<>();
        List<String> foreign = new CopyOnWriteArrayList<>();
        WebSocket mine = open(user, Sen.origin(), heard);
        WebSocket theirs = open(TestUsers.staff(), Sen.origin(), foreign);
        tell(user);
        Await.until("news", SOON, () -> !heard.isEmpty());
        assertThat(heard).containsExactly("bell");
        Db.update("update notification set read_at = now() where user_id = ?", user.id());
        Await.until("news of what was read elsewhere", SOON, () -> heard.size() > 1);
        assertThat(foreign).isEmpty();
        mine.abort();
        theirs.abort();
    }

    @Test
    void nobodyListensWithoutASignInOrFromAPageOfSomebodyElse() {
        assertThatThrownBy(() -> open(null, Sen.origin(), List.of()))
                .hasMessageContaining("WebSocketHandshakeException");
        for (String origin : List.of("https://evil.example", "null", "http://127.0.0.1.evil.example")) {
            assertThatThrownBy(() -> open(user, origin, List.of())).hasMessageContaining("WebSocketHandshakeException");
        }
    }

    @Test
    void theBellOfAnOpenPageFollows() {
        try (Window window = Window.of(user)) {
            HomePage.open(window);
            tell(user);
            PlaywrightAssertions.assertThat(window.page().locator(".bell-count"))
                    .hasText("1", new HasTextOptions().setTimeout(SOON.toMillis()));
        }
    }

    private static void tell(TestUser user) {
        Db.update(
                "insert into notification (id, user_id, at, kind, subject, page)"
                        + " values (nextval('notification_seq'), ?, now(), 'MENTION', 'x', '/me.xhtml')",
                user.id());
    }

    private static WebSocket open(TestUser user, String origin, List<String> heard) {
        WebSocket.Builder builder =
                HttpClient.newHttpClient().newWebSocketBuilder().header("Origin", origin);
        if (user != null) {
            builder.header("Cookie", Visit.SESSION + "=" + Visit.signedIn(user).session());
        }
        return builder.buildAsync(URI.create(Sen.baseUrl().replace("http", "ws") + "/live"), new WebSocket.Listener() {
                    @Override
                    public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
                        heard.add(text.toString());
                        return WebSocket.Listener.super.onText(socket, text, last);
                    }
                })
                .join();
    }
}
