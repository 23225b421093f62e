package vn.sencrm.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.sencrm.catalogue.CatalogueService;
import vn.sencrm.common.Database;
import vn.sencrm.common.NamedSql;
import vn.sencrm.customer.CustomerCheck;
import vn.sencrm.customer.attribute.Attribute;
import vn.sencrm.identity.Account;
import vn.sencrm.identity.RecordAccessSql;

/** Reads the rows of a run that need a look, in the file's order, through partial indexes. */
@ApplicationScoped
class ImportIssueSql {

    private static final String REFUSED =
            """
            select v.row_no, v.error_code, v.error_field, r.retired, r.problems, r.cells, r.code,
                   case when r.cells is null then r.doc end as doc
            from import_verdict v join import_row r using (run_id, row_no)
            where v.run_id = :run and v.verdict = 'REFUSE' and v.row_no > :after order by v.row_no limit :limit
            """;

    /** Without their cells: for whoever reads the file beside. */
    private static final String REFUSALS =
            """
            select v.row_no, v.error_code, v.error_field, r.retired, r.problems
            from import_verdict v join import_row r using (run_id, row_no)
            where v.run_id = :run and v.verdict = 'REFUSE' and v.row_no > :after order by v.row_no limit :limit
            """;

    private static final String WARNED =
            """
            select r.row_no, null as error_code, null as error_field, r.retired, r.problems, r.cells, r.code, r.doc
            from import_row r
            where r.run_id = :run and r.problems is not null and r.error_code is null and r.row_no > :after
            order by r.row_no limit :limit
            """;

    private static final String LEFT =
            """
            select h.row_no, h.customer_id, h.code, h.undo, c.id is not null as visible,
                   coalesce(c.name, h.record_name) as name
            from import_change h left join customer c on c.id = h.customer_id and c.state = 'ACTIVE' and :access
            where h.run_id = :run and h.undo in ('CHANGED', 'LOST', 'USED', 'GONE') and h.row_no > :after
            order by h.row_no limit :limit
            """;

    private static final String JUDGED =
            """
            select r.row_no, v.verdict, v.error_code, v.error_field, r.retired, r.problems
            from import_row r join import_verdict v using (run_id, row_no)
            where r.run_id = :run and r.row_no <= :last
            """;

    /** What becomes of a row, and why it needs a look if it does. */
    record Judged(ImportVerdict verdict, List<RowProblem> problems) {}

    @Inject
    Database database;

    @Inject
    RecordAccessSql access;

    /** Rows that stayed when the others were taken back; of customers the names of those alone that the user sees. */
    List<ImportLeft> left(ImportRun run, Account user, int after, int limit) {
        return database.list(
                NamedSql.of(LEFT, "run", run.id(), "access", access.predicate(user), "after", after, "limit", limit),
                row -> new ImportLeft(
                        row.getInt("row_no"),
                        row.getBoolean("visible") ? row.getLong("customer_id") : null,
                        row.getString("code"),
                        row.getString("name"),
                        ImportLeft.LeftReason.valueOf(row.getString("undo"))));
    }

    List<ImportIssue> page(ImportRun run, boolean refused, int after, int limit) {
        return database.list(
                NamedSql.of(refused ? REFUSED : WARNED, "run", run.id(), "after", after, "limit", limit),
                row -> issue(row, run));
    }

    /** Rows that were refused, beyond a row number, with their problems alone. */
    List<ImportIssue> refusals(ImportRun run, int after, int limit) {
        return database.list(
                NamedSql.of(REFUSALS, "run", run.id(), "after", after, "limit", limit),
                row -> new ImportIssue(row.getInt("row_no"), true, problems(row, run), List.of()));
    }

    /** The verdicts of all rows up to the last one asked for, by their numbers. */
    Map<Integer, Judged> judged(ImportRun run, int last) {
        Map<Integer, Judged> judged = new HashMap<>();
        database.list(
                NamedSql.of(JUDGED, "run", run.id(), "last", last),
                row -> judged.put(
                        row.getInt("row_no"),
                        new Judged(ImportVerdict.valueOf(row.getString("verdict")), problems(row, run))));
        return judged;
    }

    private static ImportIssue issue(ResultSet row, ImportRun run) throws SQLException {
        List<String> cells = row.getString("cells") == null
                ? fromDocument(run, row.getString("code"), row.getString("doc"))
                : RowJson.cells(row.getString("cells"));
        return new ImportIssue(row.getInt("row_no"), row.getString("error_code") != null, problems(row, run), cells);
    }

    /** What the check of the row found, or else the database. */
    private static List<RowProblem> problems(ResultSet row, ImportRun run) throws SQLException {
        String code = row.getString("error_code");
        List<RowProblem> problems = new ArrayList<>(RowJson.problems(row.getString("problems")));
        boolean told = problems.stream().anyMatch(problem -> !problem.warning());
        if (code != null && !told) {
            problems.add(0, decided(run, row.getString("error_field"), code, row.getString("retired")));
        }
        return problems;
    }

    /** What only the database could find wrong. */
    private static RowProblem decided(ImportRun run, String field, String code, String retired) {
        List<Integer> columns = run.columnsOf(
                field.startsWith(Attribute.JSON_PREFIX)
                        ? Attribute.FILTER_PREFIX + field.substring(Attribute.JSON_PREFIX.length())
                        : field);
        return new RowProblem(
                field, columns.isEmpty() ? -1 : columns.get(0), code, arguments(field, code, retired), false);
    }

    /** What the sentence of a problem names: a limit, or a value that is out of use. */
    private static List<String> arguments(String field, String code, String retired) {
        if (code.equals("TOO_MANY")) {
            return List.of(Integer.toString(field.equals("tags") ? CustomerCheck.TAGS_LIMIT : CatalogueService.MOST));
        }
        String said = retired == null ? "" : RowJson.text(retired, field);
        return said.isEmpty() ? List.of() : List.of(said);
    }

    /** Of sound rows the cells were not kept: code and name tell which one it is. */
    private static List<String> fromDocument(ImportRun run, String code, String document) {
        List<String> cells = new ArrayList<>();
        for (String header : run.headers()) {
            String field = run.mapping().getOrDefault(header, "");
            if (field.equals("code")) {
                cells.add(code == null ? "" : code);
            } else {
                cells.add(RowJson.text(document, field));
            }
        }
        return cells;
    }
}
