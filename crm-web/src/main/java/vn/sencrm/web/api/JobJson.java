package vn.sencrm.web.api;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.sencrm.job.Job;
import vn.sencrm.job.JobRun;
import vn.sencrm.job.JobSchedule;
import vn.sencrm.job.JobWatch;
import vn.sencrm.job.MissedJob;
import vn.sencrm.job.ScheduleStop;

/** The job JSON, a public contract. Members without a value are there, as null. */
final class JobJson {

    private JobJson() {}

    static String list(List<Job> jobs, JobWatch watch) {
        Map<String, Instant> missed =
                watch.missed().stream().collect(Collectors.toMap(MissedJob::name, MissedJob::since));
        JsonArrayBuilder items = Json.createArrayBuilder();
        jobs.forEach(job -> items.add(object(job).add("missedSince", text(missed.get(job.name())))));
        return Json.createObjectBuilder()
                .add("items", items)
                .add("total", jobs.size())
                .add("totalIsExact", true)
                .addNull("next")
                .add("stopped", watch.isStopped() ? stop(watch.stop()) : JsonValue.NULL)
                .build()
                .toString();
    }

    private static JsonValue stop(ScheduleStop stop) {
        return Json.createObjectBuilder()
                .add("at", text(stop.at()))
                .add("by", stop.by())
                .build();
    }

    private static JsonObjectBuilder object(Job job) {
        JsonObjectBuilder json = Json.createObjectBuilder().add("name", job.name());
        json.add("schedule", job.schedule() == null ? JsonValue.NULL : schedule(job.schedule()));
        json.add("lastRun", job.lastRun() == null ? JsonValue.NULL : run(job.lastRun()));
        return json;
    }

    private static JsonValue schedule(JobSchedule schedule) {
        return Json.createObjectBuilder()
                .add("cron", schedule.cron())
                .add("zone", schedule.zone())
                .add("enabled", schedule.enabled())
                .add("nextDue", text(schedule.nextDue()))
                .build();
    }

    static JsonObject run(JobRun run) {
        JsonObjectBuilder counts = Json.createObjectBuilder();
        run.counts().forEach(counts::add);
        JsonObjectBuilder parameters = Json.createObjectBuilder();
        run.parameters().forEach(parameters::add);
        return Json.createObjectBuilder()
                .add("id", run.id())
                .add("job", run.jobName())
                .add("state", run.state().name())
                .add("dueAt", text(run.dueAt()))
                .add("late", run.isLate())
                .add("createdAt", text(run.createdAt()))
                .add("startedAt", text(run.startedAt()))
                .add("finishedAt", text(run.finishedAt()))
                .add("parameters", parameters)
                .add("progress", run.progress() == null ? JsonValue.NULL : progress(run.progress()))
                .add("counts", counts)
                .add("errorCode", text(run.errorCode()))
                .add("errorDetail", text(run.errorDetail()))
                .build();
    }

    private static JsonValue progress(JobRun.Progress progress) {
        return Json.createObjectBuilder()
                .add("done", progress.done())
                .add("total", progress.total() == null ? JsonValue.NULL : Json.createValue(progress.total()))
                .build();
    }

    private static JsonValue text(Object value) {
        return value == null ? JsonValue.NULL : Json.createValue(value.toString());
    }
}
