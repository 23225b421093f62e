package vn.sencrm.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.sencrm.customer.CustomerField;
import vn.sencrm.customer.CustomerKind;
import vn.sencrm.customer.CustomerStage;
import vn.sencrm.importing.ImportState;
import vn.sencrm.job.JobRunState;

/** The document that other programs read is made of the resources and of META-INF/openapi.yaml; neither may lack. */
class OpenApiTest {

    private static final String BASE = "/api/v1";
    private static final JsonObject DOCUMENT = read();
    private static final JsonObject PATHS = DOCUMENT.getJsonObject("paths");
    private static final JsonObject SCHEMAS =
            DOCUMENT.getJsonObject("components").getJsonObject("schemas");

    @Test
    void everyResourceMethodIsThereAndNothingElse() {
        assertThat(operationNames()).containsExactlyInAnyOrderElementsOf(resourceMethods());
    }

    @Test
    void everyOperationIsDescribedInTheYamlFile() {
        operations().forEach(operation -> {
            assertThat(operation.json().getString("summary", ""))
                    .as("summary of " + operation.name())
                    .isNotBlank();
            assertThat(operation.json().getJsonArray("tags"))
                    .as("tags of " + operation.name())
                    .isNotEmpty();
        });
    }

    @Test
    void everyAnswerWithContentHasASchemaOfItsOwn() {
        operations().forEach(operation -> operation.json().getJsonObject("responses").values().stream()
                .map(JsonValue::asJsonObject)
                .filter(response -> response.containsKey("content"))
                .flatMap(response -> response.getJsonObject("content").values().stream())
                .forEach(type -> assertThat(type.asJsonObject().getJsonObject("schema"))
                        .as(operation.name())
                        .containsOnlyKeys("$ref")));
    }

    @Test
    void whatNeedsATokenSaysThatItMayBeRefused() {
        operations()
                .filter(operation -> !operation.json().containsKey("security"))
                .forEach(operation -> assertThat(operation.json().getJsonObject("responses"))
                        .as(operation.name())
                        .containsKeys("401", "403"));
        assertThat(DOCUMENT.getJsonObject("components")
                        .getJsonObject("securitySchemes")
                        .getJsonObject("bearer")
                        .getString("scheme"))
                .isEqualTo("bearer");
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        Set<String> references = new HashSet<>();
        collectReferences(DOCUMENT, references);
        assertThat(references).isNotEmpty().allMatch(OpenApiTest::resolves);
    }

    @Test
    void customerFieldsAreThoseOfTheForm() {
        assertThat(SCHEMAS.getJsonObject("CustomerFields")
                        .getJsonObject("properties")
                        .keySet())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(CustomerField.values())
                        .map(CustomerField::jsonName)
                        .toList());
    }

    @Test
    void constantsAreThoseOfTheCode() {
        assertThat(constants("CustomerFields", "kind")).isEqualTo(names(CustomerKind.values()));
        assertThat(constants("CustomerFields", "stage")).isEqualTo(names(CustomerStage.values()));
        assertThat(constants("ImportRun", "state")).isEqualTo(names(ImportState.values()));
        assertThat(constants("JobRun", "state")).isEqualTo(names(JobRunState.values()));
    }

    // ---- the document

    /** A path and method of the document. */
    private record Operation(String name, JsonObject json) {}

    private static Stream<Operation> operations() {
        return PATHS.entrySet().stream().flatMap(path -> path.getValue().asJsonObject().entrySet().stream()
                .map(method -> new Operation(
                        method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                        method.getValue().asJsonObject())));
    }

    private static Set<String> operationNames() {
        return operations().map(Operation::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> constants(String schema, String... way) {
        JsonObject at = SCHEMAS.getJsonObject(schema);
        for (String property : way) {
            at = at.getJsonObject("properties").getJsonObject(property);
        }
        return at.getJsonArray("enum").getValuesAs(JsonString::getString);
    }

    private static List<String> names(Enum<?>... constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }

    private static void collectReferences(JsonValue value, Set<String> into) {
        if (value instanceof JsonObject object) {
            object.forEach((name, member) -> {
                if (name.equals("$ref")) {
                    into.add(((JsonString) member).getString());
                }
                collectReferences(member, into);
            });
        } else if (value instanceof JsonArray array) {
            array.forEach(member -> collectReferences(member, into));
        }
    }

    private static boolean resolves(String reference) {
        String[] parts = reference.substring(2).split("/");
        JsonObject at = DOCUMENT;
        for (String part : parts) {
            at = at == null ? null : at.getJsonObject(part);
        }
        return at != null;
    }

    private static JsonObject read() {
        try (InputStream file = OpenApiResource.class.getResourceAsStream("openapi.json");
                JsonReader reader = Json.createReader(file)) {
            return reader.readObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // ---- the resources

    private static Set<String> resourceMethods() {
        return new ClassFileImporter()
                .importPackages("vn.sencrm.web.api").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .map(JavaClass::reflect)
                        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                        .flatMap(method -> httpMethod(method).map(name -> name + " " + path(method)).stream())
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Optional<String> httpMethod(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .map(type -> type.getAnnotation(HttpMethod.class))
                .filter(Objects::nonNull)
                .map(HttpMethod::value)
                .findFirst();
    }

    private static String path(Method method) {
        Path own = method.getAnnotation(Path.class);
        String path = method.getDeclaringClass().getAnnotation(Path.class).value() + (own == null ? "" : own.value());
        return BASE + path;
    }
}
