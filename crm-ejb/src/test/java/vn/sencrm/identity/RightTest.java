package vn.sencrm.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RightTest {

    /** A right that is missing there would vanish from a role when somebody saves the table of roles. */
    @Test
    void everyRightButThatOfBeingSignedInCanBeGranted() {
        List<String> constants = Arrays.stream(Right.class.getFields())
                .filter(field -> field.getType() == String.class)
                .map(RightTest::value)
                .filter(right -> !right.equals(Right.SIGNED_IN))
                .toList();
        assertThat(Right.GRANTABLE).containsExactlyInAnyOrderElementsOf(constants);
    }

    private static String value(Field field) {
        try {
            return (String) field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
