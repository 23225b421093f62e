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
import vn.sencrm.job.JobWatch;
import vn.sencrm.job.MissedJob;
import vn.sencrm.job.ScheduleStop;

class JobJsonTest {

    private static final Instant NIGHT = Instant.parse("2026-11-20T19:30:05Z");

    @Test
    void aJobIsToldWithItsScheduleAndItsLastRun() {
        JobSchedule schedule = new JobSchedule("purge", "30 2 * * *", "Asia/Ho_Chi_Minh", true, NIGHT);
        JobRun run = new JobRun(
                7,
                "purge",
                JobRunState.FAILED,
                Map.of("file", "khách.xlsx"),
                new JobRun.Progress(3, null),
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
        assertThat(job.getJsonObject("lastRun").getJsonObject("parameters").getString("file"))
                .isEqualTo("khách.xlsx");
        assertThat(job.getJsonObject("lastRun").getJsonObject("progress").toString())
                .isEqualTo("{\"done\":3,\"total\":null}");
        assertThat(job.getJsonObject("lastRun").get("finishedAt")).isEqualTo(JsonValue.NULL);
    }

    @Test
    void aRunThatBeganLongAfterItWasDueIsLate() {
        assertThat(lateness(NIGHT, NIGHT.plusSeconds(3600))).isTrue();
        assertThat(lateness(NIGHT, NIGHT.plusSeconds(30))).isFalse();
        assertThat(lateness(null, NIGHT)).isFalse();
    }

    private static boolean lateness(Instant due, Instant created) {
        JobRun run = new JobRun(
                7, "purge", JobRunState.WAITING, Map.of(), null, Map.of(), due, created, null, null, null, null);
        return JobJson.run(run).asJsonObject().getBoolean("late");
    }

    @Test
    void aJobWithoutScheduleThatNeverRanSaysSo() {
        JsonObject job = first(new Job("import-run", null, null));

        assertThat(job.get("schedule")).isEqualTo(JsonValue.NULL);
        assertThat(job.get("lastRun")).isEqualTo(JsonValue.NULL);
    }

    @Test
    void whatIsMissedAndWhoStoppedAllSchedulesIsTold() {
        JobWatch watch = new JobWatch(
                new ScheduleStop(NIGHT, 3, "Lan"), true, List.of(new MissedJob("purge", NIGHT, null, null)));

        JsonObject list = list(new Job("purge", null, null), watch);

        assertThat(list.getJsonObject("stopped").toString())
                .isEqualTo("{\"at\":\"2026-11-20T19:30:05Z\",\"by\":\"Lan\"}");
        assertThat(list.getJsonArray("items").getJsonObject(0).getString("missedSince"))
                .isEqualTo("2026-11-20T19:30:05Z");
    }

    private static JsonObject first(Job job) {
        JsonObject list = list(job, new JobWatch(null, true, List.of()));
        assertThat(list.get("stopped")).isEqualTo(JsonValue.NULL);
        return list.getJsonArray("items").getJsonObject(0);
    }

    private static JsonObject list(Job job, JobWatch watch) {
        try (JsonReader reader = Json.createReader(new StringReader(JobJson.list(List.of(job), watch)))) {
            return reader.readObject();
        }
    }
}
