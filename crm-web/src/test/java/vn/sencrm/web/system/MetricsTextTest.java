package vn.sencrm.web.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricsTextTest {

    @Test
    void eachNameStandsOnceWithItsHelpAndTypeBeforeItsValues() {
        MetricsText text = new MetricsText()
                .begin("runs", "gauge", "Runs, by\njob")
                .value(3, "job", "import", "state", "DONE")
                .value(0.5, "job", "a\"b\\c");
        assertThat(text.toString())
                .isEqualTo(
                        """
                        # HELP runs Runs, by\\njob
                        # TYPE runs gauge
                        runs{job="import",state="DONE"} 3
                        runs{job="a\\"b\\\\c"} 0.5
                        """);
    }

    @Test
    void timesAreToldInBucketsThatHoldAllThatWasQuicker() {
        RequestMetrics metrics = new RequestMetrics();
        metrics.count(RequestKind.API, 200, 3_000_000L);
        metrics.count(RequestKind.API, 404, 70_000_000L);
        metrics.count(RequestKind.API, 503, 20_000_000_000L);
        MetricsText text = new MetricsText();
        metrics.tell(text);
        assertThat(text.toString())
                .contains(
                        "crm_requests_total{kind=\"api\",status=\"5xx\"} 1\n",
                        "crm_request_seconds_bucket{kind=\"api\",le=\"0.01\"} 1\n",
                        "crm_request_seconds_bucket{kind=\"api\",le=\"0.1\"} 2\n",
                        "crm_request_seconds_bucket{kind=\"api\",le=\"10\"} 2\n",
                        "crm_request_seconds_bucket{kind=\"api\",le=\"+Inf\"} 3\n",
                        "crm_request_seconds_count{kind=\"api\"} 3\n",
                        "crm_request_seconds_sum{kind=\"api\"} 20.073\n");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/customers, API",
        "/api/v1/health/ready, OTHER",
        "/, PAGE",
        "/customer/list.xhtml, PAGE",
        "/resources/sen/sen.css, RESOURCE",
        "/jakarta.faces.resource/theme.css.xhtml, RESOURCE",
        "/metrics, OTHER"
    })
    void requestsAreToldApartByTheirPath(String path, RequestKind kind) {
        assertThat(RequestKind.of(path)).isEqualTo(kind);
    }
}
