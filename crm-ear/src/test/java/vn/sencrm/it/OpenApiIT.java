package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.sencrm.it.Api.Answer;

/** The description of the API, as a program reads it before it has a token. */
class OpenApiIT {

    @Test
    void theDescriptionIsReadWithoutAToken() {
        Answer answer = Api.anonymous().get("/openapi.json");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.json().getJsonObject("paths")).containsKeys("/api/v1/tokens", "/api/v1/customers");
    }
}
