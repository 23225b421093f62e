package vn.sencrm.it.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import vn.sencrm.it.Sen;

/**
 * A page that has been opened. Making one looks at it: no serious or critical finding of axe-core, nothing asked of
 * another host, nothing on the console, no sideways scrolling of the whole page; and saves a picture.
 */
public abstract class OpenedPage {

    private static final Set<String> GRAVE = Set.of("serious", "critical");

    /** Findings in PrimeFaces' own markup, as "rule part-of-selector", each with the number of its issue. */
    private static final List<String> ALLOWED = List.of();

    /** What axe-core has found nothing in: it takes seconds, and most pages are opened by many tests. */
    private static final Set<String> CLEAN = ConcurrentHashMap.newKeySet();

    protected final Window window;
    protected final Page page;

    /** @param name of the picture, after the page's file: {@code customer-list} */
    protected OpenedPage(Window window, String name) {
        this.window = window;
        this.page = window.page();
        lookAt(name);
    }

    /** Looks again, after the page has changed under the same address: a dialog, an error, a menu. */
    public final void lookAt(String name) {
        page.waitForLoadState(LoadState.LOAD);
        awaitRest();
        String same = name + window.look() + markup();
        int tooWide = sidewaysScroll();
        if (tooWide > 0 || !CLEAN.contains(same)) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Sen.output("screenshots").resolve(name + "-" + window.look() + ".png")));
            assertThat(tooWide).as("pixels that %s is too wide", name).isZero();
            assertThat(graveFindings()).as("axe-core on %s", name).isEmpty();
            CLEAN.add(same);
        }
        window.assertNoComplaints();
    }

    /** A button is grey while it asks the server, and turns its colour back by and by. */
    private void awaitRest() {
        page.waitForFunction("() => (!window.PrimeFaces || PrimeFaces.ajax.Queue.isEmpty())"
                + " && !document.getAnimations().some(animation => animation instanceof CSSTransition)");
    }

    private int sidewaysScroll() {
        return (Integer) page.evaluate(
                "() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)");
    }

    /**
     * The page's body without what differs from one visit to the next: numbers, the state of its forms, and which words
     * stand where. That there are words, or none, stays.
     */
    private String markup() {
        return ((String) page.evaluate("() => document.body.innerHTML"))
                .replaceAll("(value|nonce|title|alt|placeholder|href|src|aria-label|data-[a-z-]+)=\"[^\"]+\"", "$1")
                .replaceAll(">[^<>]*\\S[^<>]*<", ">x<")
                .replaceAll("\\d+", "");
    }

    private List<String> graveFindings() {
        // In the page itself, and telling only what is wrong: the other way each node found in order crosses to Java,
        // to another page and back, which takes four times as long.
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return new AxeBuilder(page)
                .setLegacyMode(true).options(options).analyze().getViolations().stream()
                        .filter(rule -> GRAVE.contains(rule.getImpact()))
                        .flatMap(rule -> rule.getNodes().stream().map(node -> finding(rule, node)))
                        .filter(finding -> ALLOWED.stream().noneMatch(allowed -> isAllowed(finding, allowed)))
                        .toList();
    }

    private static String finding(Rule rule, CheckedNode node) {
        return rule.getId() + " " + node.getTarget() + " " + node.getHtml() + " " + node.getFailureSummary();
    }

    private static boolean isAllowed(String finding, String allowed) {
        String[] parts = allowed.split(" ", 2);
        return finding.startsWith(parts[0] + " ") && finding.contains(parts[1]);
    }

    // --- what every page with the frame offers

    public String heading() {
        return page.locator("h1").innerText();
    }

    /** What is told at the top of the page. */
    public List<String> notices() {
        return page.locator(".notices .notice p, .notices .notice li").allInnerTexts();
    }

    public String language() {
        return page.locator("html").getAttribute("lang");
    }

    public String theme() {
        return page.locator("html").getAttribute("data-theme");
    }

    public void toggleTheme() {
        page.locator("[data-theme-toggle]").click();
    }

    /** Chooses a language in the menu of the frame, or below the card of a plain page. */
    public void switchLanguage(String language) {
        Locator menu = page.locator("details.menu:has(a[hreflang])");
        if (menu.count() > 0) {
            menu.locator("summary").click();
        }
        page.locator("a[hreflang=" + language + "]").click();
        page.waitForLoadState(LoadState.LOAD);
    }

    public CustomerListPage searchFor(String text) {
        page.locator("#quick-search").fill(text);
        page.locator("#quick-search").press("Enter");
        page.waitForURL("**/customer/list.xhtml*");
        return new CustomerListPage(window);
    }

    public SignInPage signOut() {
        page.locator("details.menu:has(.menu-user) summary").click();
        page.locator("[data-sign-out]").click();
        page.waitForURL("**/login.xhtml*");
        return new SignInPage(window);
    }

    protected Locator id(String id) {
        return page.locator("[id='" + id + "']");
    }
}
