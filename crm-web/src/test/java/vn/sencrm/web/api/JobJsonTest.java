package vn.sencrm.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.sencrm.job.Job;
import vn.sencrm.job.JobRun;
import vn.sencrm.job.JobRunState;
import vn.sencrm.job.JobSchedule;

class JobJsonTest {

    private static final Instant NIGHT = Instant.parse("2026-11-20T19:30:05Z");

    @Test
    void aJobIsToldWithItsScheduleAndItsLastRun() {
        JobSchedule schedule = new JobSchedule("purge", "30 2 * * *", "Asia/Ho_Chi_Minh", true, NIGHT);
        JobRun run = new JobRun(
                7,
                "purge",
                JobRunState.FAILED,
                Map.of("tokens", 3L),
                NIGHT,
                NIGHT,
                null,
                "JOB_FAILED",
                "PSQLException: away");

        JsonObject job = first(new Job("purge", schedule, run));

        assertThat(job.getString("name")).isEqualTo("purge");
        assertThat(job.getJsonObject("schedule").toString())
                .isEqualTo("{\"cron\":\"30 2 * * *\",\"zone\":\"Asia/Ho_Chi_Minh\",\"enabled\":true,"
                        + "\"nextDue\":\"2026-11-20T19:30:05Z\"}");
        assertThat(job.getJsonObject("lastRun").getString("state")).isEqualTo("FAILED");
        assertThat(job.getJsonObject("lastRun").getJsonObject("counts").getInt("tokens"))
                .isEqualTo(3);
        assertThat(job.getJsonObject("lastRun").get("finishedAt")).isEqualTo(JsonValue.NULL);
    }

    @Test
    void aJobWithoutScheduleThatNeverRanSaysSo() {
        JsonObject job = first(new Job("import-run", null, null));

        assertThat(job.get("schedule")).isEqualTo(JsonValue.NULL);
        assertThat(job.get("lastRun")).isEqualTo(JsonValue.NULL);
    }

    private static JsonObject first(Job job) {
        try (JsonReader reader = Json.createReader(new StringReader(JobJson.list(List.of(job))))) {
            return reader.readObject().getJsonArray("items").getJsonObject(0);
        }
    }
}
