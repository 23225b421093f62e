package vn.sencrm.system;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.sencrm.job.RunSource;

/** The figures of the whole installation, for programs that watch it; numbers only, nothing of any customer. */
@ApplicationScoped
public class SystemFigures {

    /** A browser that asked for nothing for longer is not counted. */
    private static final Duration SEEN = Duration.ofMinutes(30);

    @Inject
    SystemSql sql;

    @Inject
    @Any
    Instance<RunSource> sources;

    @Inject
    Clock clock;

    /** Of every job, by its name and state. */
    public List<RunCount> runs() {
        List<RunCount> runs = new ArrayList<>(sql.runsOfSchedules());
        tables().forEach((table, job) -> runs.addAll(sql.runs(job, table)));
        runs.sort(Comparator.comparing(RunCount::job).thenComparing(RunCount::state));
        return runs;
    }

    /** The tables of features' runs, with the first of the jobs that work on them. */
    Map<String, String> tables() {
        Map<String, String> tables = new TreeMap<>();
        sources.forEach(source -> tables.merge(
                source.table().name(), source.jobName(), (one, other) -> one.compareTo(other) < 0 ? one : other));
        return tables;
    }

    /** Customers who wait until somebody of their team can take them. */
    public long queued() {
        return sql.queued();
    }

    public long unreadNotifications() {
        return sql.unreadNotifications();
    }

    /** Browsers that are signed in and asked for something within half an hour. */
    public long sessions() {
        return sql.sessions(clock.instant().minus(SEEN));
    }

    public DatabaseFigures database() {
        return sql.database();
    }
}
