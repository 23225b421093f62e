package vn.sencrm.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RequestIdTest {

    @Test
    void anIdHoldsWithinItsScopeAndTheOneBeforeHoldsAgain() {
        assertThat(RequestId.current()).isNull();
        try (RequestId.Scope outer = RequestId.open("outer")) {
            try (RequestId.Scope inner = RequestId.open("inner")) {
                assertThat(RequestId.current()).isEqualTo("inner");
            }
            try (RequestId.Scope none = RequestId.open(null)) {
                assertThat(RequestId.current()).isNull();
            }
            assertThat(RequestId.current()).isEqualTo("outer");
        }
        assertThat(RequestId.current()).isNull();
    }

    @Test
    void whatCouldForgeALineOfTheLogIsNoId() {
        assertThat(RequestId.of("7f3a-9.b:c_d")).isEqualTo("7f3a-9.b:c_d");
        for (String sent : new String[] {null, "", " ", "a\nb", "a\u001b[31m", "ố", "x".repeat(RequestId.LENGTH + 1)}) {
            assertThat(RequestId.of(sent)).isNotEqualTo(sent).matches("[0-9a-f]{12}");
        }
        assertThat(RequestId.of(null)).isNotEqualTo(RequestId.of(null));
    }
}
