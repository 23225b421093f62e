package vn.sencrm.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What every page keeps to: texts from bundles, nothing that the CSP forbids. */
class PagesTest {

    private static final Path PAGES = Path.of("src/main/webapp");
    private static final Path SOURCES = Path.of("src/main/java");

    private static final Map<String, String> BUNDLES =
            Map.of("msg", "messages", "err", "errors", "enm", "enums", "message", "messages", "error", "errors");

    private static final Pattern KEY = Pattern.compile("\\b(msg|err|enm)\\[\\s*'([^']+)'\\s*]");
    private static final Pattern DOTTED = Pattern.compile("#\\{(msg|err|enm)\\.(\\w+)");
    private static final Pattern CALL = Pattern.compile("\\btexts\\.(message|error)\\(\\s*'([^']+)'\\s*[,)]");
    private static final Pattern PREFIX = Pattern.compile("\\b(msg|err|enm)\\[\\s*'([^']+)'\\.concat\\(");
    private static final Pattern IN_CODE = Pattern.compile(
            "\\b(?:notices\\.(?:success|warning)|texts\\.message|getMessage)\\(\\s*\"([\\w.]+)\"\\s*[,)]");

    /** What people read; other attributes carry names, paths and styles. */
    private static final Set<String> READ = Set.of(
            "label",
            "title",
            "placeholder",
            "alt",
            "aria-label",
            "aria-description",
            "header",
            "headerText",
            "footerText",
            "heading",
            "hint",
            "caption",
            "sentence",
            "advice",
            "word",
            "text",
            "range",
            "itemLabel",
            "emptyMessage",
            "requiredMessage",
            "converterMessage",
            "validatorMessage",
            "summary",
            "tooltip",
            "content");

    @Test
    void everyKeyThatPagesUseExists() throws IOException {
        Set<String> missing = new TreeSet<>();
        for (Path page : pages()) {
            String text = Files.readString(page);
            Stream.of(KEY, CALL)
                    .flatMap(pattern -> pattern.matcher(text).results())
                    .filter(found -> !keys(found.group(1)).contains(found.group(2)))
                    .forEach(found -> missing.add(page + ": " + found.group(2)));
            PREFIX.matcher(text)
                    .results()
                    .filter(found -> keys(found.group(1)).stream().noneMatch(key -> key.startsWith(found.group(2))))
                    .forEach(found -> missing.add(page + ": " + found.group(2) + "…"));
            DOTTED.matcher(text)
                    .results()
                    .forEach(found -> missing.add(page + ": write msg['…'] instead of msg." + found.group(2)));
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void everyKeyThatBeansUseExists() throws IOException {
        Set<String> missing = new TreeSet<>();
        for (Path source : files(SOURCES, ".java")) {
            IN_CODE.matcher(Files.readString(source).replaceAll("(?s)/\\*.*?\\*/", ""))
                    .results()
                    .filter(found -> !keys("msg").contains(found.group(1)))
                    .forEach(found -> missing.add(source + ": " + found.group(1)));
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void everyCodeThatRestAnswersHasItsSentence() throws IOException {
        Set<String> missing = new TreeSet<>();
        for (Path source : files(SOURCES, ".java")) {
            Pattern.compile("\\b(?:problem\\(\\w+, |error\\()\"([A-Z_]+)\"")
                    .matcher(Files.readString(source))
                    .results()
                    .filter(found -> !keys("err").contains(found.group(1)))
                    .forEach(found -> missing.add(source + ": " + found.group(1)));
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void noTextStandsInAPageItself() throws Exception {
        Set<String> found = new TreeSet<>();
        for (Path page : pages()) {
            collectTexts(page, parse(page).getDocumentElement(), found);
        }

        assertThat(found).isEmpty();
    }

    @Test
    void noComponentWritesScriptsThatTheContentSecurityPolicyForbids() throws Exception {
        Set<String> found = new TreeSet<>();
        for (Path page : pages()) {
            collectForbidden(page, parse(page).getDocumentElement(), found);
        }

        assertThat(found).isEmpty();
    }

    private static void collectTexts(Path page, Node node, Set<String> found) {
        if (node.getNodeType() == Node.TEXT_NODE && isRead(node.getTextContent())) {
            found.add(page + ": " + node.getTextContent().strip());
        }
        for (int i = 0; node.hasAttributes() && i < node.getAttributes().getLength(); i++) {
            Node attribute = node.getAttributes().item(i);
            boolean meta = "meta".equals(node.getLocalName());
            if (!meta && READ.contains(attribute.getNodeName()) && isRead(attribute.getNodeValue())) {
                found.add(page + ": " + attribute);
            }
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            collectTexts(page, child, found);
        }
    }

    /** Letters outside of expressions are text. */
    private static boolean isRead(String text) {
        return text.replaceAll("[#$]\\{[^}]*}", "").chars().anyMatch(Character::isLetter);
    }

    private static void collectForbidden(Path page, Node node, Set<String> found) {
        String name = node.getNodeName();
        if (name.equals("f:ajax") || name.startsWith("h:command") || name.equals("script")) {
            found.add(page + ": " + name);
        }
        boolean plain = node instanceof Element && !name.contains(":");
        for (int i = 0; plain && i < node.getAttributes().getLength(); i++) {
            if (node.getAttributes().item(i).getNodeName().matches("on[a-z]+")) {
                found.add(page + ": " + name + " " + node.getAttributes().item(i));
            }
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            collectForbidden(page, child, found);
        }
    }

    private static Document parse(Path page) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(page.toFile());
    }

    private static Set<String> keys(String variable) {
        Properties bundle = BundlesTest.load(BUNDLES.get(variable));
        return bundle.stringPropertyNames();
    }

    private static Iterable<Path> pages() throws IOException {
        return files(PAGES, ".xhtml");
    }

    private static Iterable<Path> files(Path root, String suffix) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(path -> path.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }
}
