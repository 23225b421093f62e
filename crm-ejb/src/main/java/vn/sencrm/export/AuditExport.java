package vn.sencrm.export;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.sencrm.audit.AuditSql;
import vn.sencrm.audit.Cause;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.identity.CurrentUser;
import vn.sencrm.identity.Right;
import vn.sencrm.identity.audit.AuditReader;
import vn.sencrm.job.RunAsked;

/** Asks for what a search of the audit finds as a file; it may be millions of entries, so a job writes it. */
@Stateless
@RolesAllowed(Right.CUSTOMER_EXPORT)
public class AuditExport {

    /** The audit, in requests and in the names of files. */
    public static final String LIST = "audit";

    @Inject
    ExportRunSql runs;

    @Inject
    ExportQueries queries;

    @Inject
    AuditReader reader;

    @Inject
    AuditSql audit;

    @Inject
    CurrentUser currentUser;

    @Inject
    Event<RunAsked> asked;

    @Inject
    Clock clock;

    /** @throws ExportRefusedException NO_RIGHT when the user may not read the audit */
    public void requireReader() {
        if (!currentUser.get().may(Right.AUDIT_VIEW)) {
            throw new ExportRefusedException("NO_RIGHT");
        }
    }

    /**
     * Puts an export to work.
     *
     * @param columns of {@link AuditList#COLUMNS}, with their headers
     * @param words see {@link AuditCells}
     * @throws ExportRefusedException NO_RIGHT when the user may not read the audit
     * @throws InvalidInputException naming every parameter and column that is wrong
     */
    public ExportRun start(
            ListRequest request, List<ExportColumn> columns, Map<String, String> words, String language, Cause cause) {
        requireReader();
        check(request, columns);
        long id = runs.insert(NewExport.of(request, columns, language, words), currentUser.id(), clock.instant());
        audit.write(
                clock.instant(),
                currentUser.id(),
                cause,
                ExportService.ENTITY,
                id,
                1,
                "EXPORT",
                null,
                json(request, columns));
        asked.fire(new RunAsked(ExportRuns.JOB, id));
        return queries.get(id);
    }

    private void check(ListRequest request, List<ExportColumn> columns) {
        List<FieldProblem> problems = new ArrayList<>();
        request.parameters().keySet().stream()
                .filter(name -> !AuditList.PARAMETERS.contains(name))
                .sorted()
                .forEach(name -> problems.add(new FieldProblem("parameters." + name, "UNKNOWN_OPTION", name)));
        List<String> wanted = columns.stream().map(ExportColumn::name).toList();
        problems.addAll(WantedColumns.problems(wanted, AuditList.COLUMNS));
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        reader.check(AuditList.search(request.parameters()));
    }

    private static String json(ListRequest request, List<ExportColumn> columns) {
        JsonArrayBuilder names = JSON.createArrayBuilder();
        columns.forEach(column -> names.add(column.name()));
        JsonObjectBuilder search = JSON.createObjectBuilder();
        request.parameters().forEach(search::add);
        return JSON.createObjectBuilder()
                .add("list", LIST)
                .add("format", request.format().code())
                .add("columns", names)
                .add("search", search)
                .build()
                .toString();
    }
}
