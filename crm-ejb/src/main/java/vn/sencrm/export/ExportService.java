package vn.sencrm.export;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import vn.sencrm.audit.AuditSql;
import vn.sencrm.audit.Cause;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.file.FileStore;
import vn.sencrm.identity.CurrentUser;
import vn.sencrm.identity.Right;
import vn.sencrm.job.RunAsked;

/** Asks for exports, stops them and gives out their files; the writing is done by the job {@code export-run}. */
@Stateless
@RolesAllowed(Right.CUSTOMER_EXPORT)
public class ExportService {

    /** The list of customers, in requests and in the names of files. */
    public static final String CUSTOMERS = "customers";

    /** More ids than this are selected by a filter instead. */
    public static final int MAX_IDS = 200_000;

    static final String ENTITY = "export";

    @Inject
    ExportRunSql runs;

    @Inject
    ExportQueries queries;

    @Inject
    FileStore files;

    @Inject
    AuditSql audit;

    @Inject
    CurrentUser currentUser;

    @Inject
    Event<RunAsked> asked;

    @Inject
    Clock clock;

    /**
     * Puts an export to work.
     *
     * @throws InvalidInputException naming a column that there is not, or too many ids
     */
    public ExportRun start(ExportRequest request, Cause cause) {
        check(request);
        long id = runs.insert(NewExport.of(request), currentUser.id(), clock.instant());
        note(id, "EXPORT", json(request), cause);
        asked.fire(new RunAsked(ExportRuns.JOB, id));
        return queries.get(id);
    }

    private void check(ExportRequest request) {
        List<FieldProblem> problems = new ArrayList<>();
        if (request.ids() != null && request.ids().size() > MAX_IDS) {
            problems.add(new FieldProblem("ids", "TOO_MANY", Integer.toString(MAX_IDS)));
        }
        List<String> wanted = request.columns().stream().map(ExportColumn::name).toList();
        problems.addAll(WantedColumns.problems(wanted, queries.columns()));
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
    }

    /** Asks the worker to stop; what was written is thrown away. */
    public ExportRun stop(long id) {
        queries.get(id);
        runs.requestStop(id);
        return queries.get(id);
    }

    /**
     * The content of an export's file, for the one who asked for it; each time is noted.
     *
     * @throws ExportRefusedException when it is not written yet, or never will be
     */
    public InputStream open(long id, Cause cause) {
        ExportRun run = queries.get(id);
        if (run.fileId() == null) {
            throw new ExportRefusedException("INVALID_STATE", run.state().name());
        }
        note(id, "DOWNLOAD", "{\"rows\":" + run.position() + "}", cause);
        return files.open(run.fileId());
    }

    private void note(long id, String action, String what, Cause cause) {
        audit.write(clock.instant(), currentUser.id(), cause, ENTITY, id, 1, action, null, what);
    }

    /** What the audit keeps of it; ids by their number, as they may be a hundred thousand. */
    private static String json(ExportRequest request) {
        JsonArrayBuilder columns = JSON.createArrayBuilder();
        request.columns().forEach(column -> columns.add(column.name()));
        JsonObjectBuilder json = JSON.createObjectBuilder()
                .add("list", CUSTOMERS)
                .add("format", request.format().code())
                .add("columns", columns);
        if (request.ids() != null) {
            json.add("selected", request.ids().size());
        }
        if (request.filter() != null) {
            json.add("filter", request.filter().toJson());
        }
        if (request.search() != null && !request.search().isBlank()) {
            json.add("q", request.search());
        }
        return json.build().toString();
    }
}
