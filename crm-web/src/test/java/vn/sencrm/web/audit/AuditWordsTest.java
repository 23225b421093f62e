package vn.sencrm.web.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.sencrm.audit.Cause;
import vn.sencrm.notification.Notifications;

class AuditWordsTest {

    private static final Path DOMAIN = Path.of("../crm-ejb/src/main/java");
    private static final Set<String> KEYS = ResourceBundle.getBundle("messages").keySet();

    @Test
    void whatCanBeAskedForHasItsName() {
        assertThat(KEYS).containsAll(named("audit.action.", AuditWords.ACTIONS));
        assertThat(KEYS).containsAll(named("audit.field.", AuditWords.FIELDS));
        assertThat(KEYS).containsAll(named("me.notifications.", Notifications.KINDS));
    }

    @Test
    void everyCauseIsToldInTheSearchAndInTheHistoryOfACustomer() {
        List<String> causes = Arrays.stream(Cause.Type.values()).map(Enum::name).toList();
        assertThat(KEYS).containsAll(named("audit.cause.", causes));
        assertThat(KEYS).containsAll(named("customer_detail.timeline.cause.", causes));
    }

    @Test
    void everyEntityThatAFeatureDescribesHasItsName() throws IOException {
        Pattern described = Pattern.compile("AuditedEntity\\.(?:of|named)\\(\\s*\"(\\w+)\"");
        List<String> entities;
        try (Stream<Path> files = Files.walk(DOMAIN)) {
            entities = files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> described.matcher(read(file)).results())
                    .map(found -> found.group(1))
                    .toList();
        }
        assertThat(entities).contains("user", "tag");
        assertThat(KEYS).containsAll(named("audit.entity.", entities));
        assertThat(KEYS)
                .containsAll(named(
                        "audit.entity.",
                        List.of(
                                "customer",
                                "customer_status",
                                "customer_category",
                                "customer_tier",
                                "customer_source")));
    }

    private static List<String> named(String prefix, List<String> names) {
        return names.stream().map(name -> prefix + name).toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
