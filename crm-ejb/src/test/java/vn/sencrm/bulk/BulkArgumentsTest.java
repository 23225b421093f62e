package vn.sencrm.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;

class BulkArgumentsTest {

    @Test
    void whatIsMissingBlankOrNullIsNone() {
        assertThat(read("{}").text("team")).isNull();
        assertThat(read("{\"team\": null}").text("team")).isNull();
        assertThat(read("{\"team\": \" \"}").text("team")).isNull();
        assertThat(read("{}").flag("shared")).isFalse();
    }

    @Test
    void anArgumentThatNobodyKnowsIsRefusedByItsName() {
        assertProblem(() -> read("{\"taem\": \"A\"}"), "taem", "UNKNOWN_OPTION");
    }

    @Test
    void aValueOfAnotherTypeIsRefusedByItsName() {
        assertProblem(() -> read("{\"team\": 1}").text("team"), "team", "BAD_VALUE");
        assertProblem(() -> read("{\"shared\": \"yes\"}").flag("shared"), "shared", "BAD_VALUE");
        assertProblem(() -> read("{\"tags\": \"VIP\"}").texts("tags"), "tags", "BAD_VALUE");
        assertProblem(() -> read("{\"tags\": [\"VIP\", 1]}").texts("tags"), "tags[1]", "BAD_VALUE");
    }

    @Test
    void aListNeedsAtLeastOneEntry() {
        assertProblem(() -> read("{\"tags\": []}").texts("tags"), "tags", "REQUIRED");
        assertProblem(() -> read("{}").texts("tags"), "tags", "REQUIRED");
        assertThat(read("{\"tags\": [\"VIP\"]}").texts("tags")).containsExactly("VIP");
    }

    private static BulkArguments read(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            JsonObject object = reader.readObject();
            return new BulkArguments(object, Set.of("team", "shared", "tags"));
        }
    }

    private static void assertProblem(ThrowingCallable reading, String field, String code) {
        FieldProblem problem = catchThrowableOfType(InvalidInputException.class, reading)
                .problems()
                .get(0);
        assertThat(problem.field()).isEqualTo(field);
        assertThat(problem.code()).isEqualTo(code);
    }
}
