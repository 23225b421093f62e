package vn.sencrm.web.job;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.sencrm.job.JobRun;
import vn.sencrm.job.JobRunState;
import vn.sencrm.job.JobSchedule;
import vn.sencrm.job.MissedJob;
import vn.sencrm.job.ScheduleStop;
import vn.sencrm.web.shell.Formats;
import vn.sencrm.web.shell.ListNames;
import vn.sencrm.web.shell.Texts;

/** Jobs in the user's words. */
@Named
@RequestScoped
public class JobWords {

    private static final Pattern DAILY = Pattern.compile("(\\d{1,2}) (\\d{1,2}) \\* \\* \\*");

    private final Texts texts;
    private final Formats formats;

    @Inject
    ListNames lists;

    @Inject
    public JobWords(Texts texts, Formats formats) {
        this.texts = texts;
        this.formats = formats;
    }

    protected JobWords() {
        this(null, null);
    }

    public String name(String job) {
        return texts.message("job." + job);
    }

    public String purpose(String job) {
        return texts.message("job." + job + ".purpose");
    }

    /** "02:30 hằng ngày" where a schedule is so plain, else its five fields. */
    public String when(JobSchedule schedule) {
        if (schedule == null) {
            return texts.message("job_list.on_demand");
        }
        Matcher daily = DAILY.matcher(schedule.cron());
        return daily.matches()
                ? texts.message(
                        "job_list.daily",
                        String.format("%02d:%02d", Integer.parseInt(daily.group(2)), Integer.parseInt(daily.group(1))))
                : schedule.cron();
    }

    public String tone(JobRunState state) {
        return switch (state) {
            case DONE -> "ok";
            case WAITING, RUNNING -> "info";
            case STOPPED -> "warn";
            case FAILED -> "bad";
        };
    }

    /** How long a run took, once it has ended. */
    public String took(JobRun run) {
        return run.startedAt() == null || run.finishedAt() == null
                ? ""
                : formats.duration(
                        Duration.between(run.startedAt(), run.finishedAt()).toSeconds());
    }

    /** What a run was asked for: a file, a list, an action. */
    public String what(JobRun run) {
        return run.parameters().entrySet().stream()
                .map(parameter -> what(parameter.getKey(), parameter.getValue()))
                .collect(Collectors.joining(" · "));
    }

    private String what(String parameter, String value) {
        return switch (parameter) {
            case "type" -> texts.message("import.template.sheet." + value);
            case "list" -> lists.of(value);
            case "action" -> texts.message("bulk.action." + value);
            default -> value;
        };
    }

    /** How far a run under way is; empty where that cannot be told. */
    public String progress(JobRun run) {
        JobRun.Progress progress = run.progress();
        if (!run.state().isUnderWay() || progress == null) {
            return "";
        }
        String done = formats.number(progress.done());
        return progress.total() == null
                ? done
                : texts.message("job_runs.progress", done, formats.number(progress.total()));
    }

    /** What a run did, in sentences; what it had nothing to do with is left out. */
    public List<String> done(JobRun run) {
        return run.counts().entrySet().stream()
                .filter(count -> count.getValue() > 0)
                .map(count -> texts.message("job_list.count." + count.getKey(), count.getValue()))
                .toList();
    }

    /** Whether there is anything to say of what came of a run; false for null. */
    public boolean hasResult(JobRun run) {
        return run != null && (!done(run).isEmpty() || run.errorCode() != null);
    }

    /** Why a run failed; null when it did not. */
    public String failure(JobRun run) {
        return failure(run.errorCode(), run.errorDetail());
    }

    /** The same of a failure that is told apart from its run. */
    public String failure(String code, String detail) {
        return code == null ? null : texts.error(code, Objects.toString(detail, ""));
    }

    // ---- the watchdog

    /** Who stopped all schedules, and when. */
    public String stopped(ScheduleStop stop) {
        return texts.message("job_watch.stopped", stop.by(), formats.dateTime(stop.at()));
    }

    /** Which job is missed and since when. */
    public String missed(MissedJob job) {
        return texts.message("job_watch.missed", name(job.name()), formats.dateTime(job.since()));
    }

    /** Why its last run failed; null when none did. */
    public String reason(MissedJob job) {
        return failure(job.errorCode(), job.errorDetail());
    }
}
