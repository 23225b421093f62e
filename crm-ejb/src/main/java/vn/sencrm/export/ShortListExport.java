package vn.sencrm.export;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import vn.sencrm.audit.AuditSql;
import vn.sencrm.audit.Cause;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.file.FileStore;
import vn.sencrm.file.StoredFile;
import vn.sencrm.identity.CurrentUser;
import vn.sencrm.identity.Right;

/** Short lists (tags, users, catalogues …) as files, written while one waits; who fetched what stands in the audit. */
@Stateless
@RolesAllowed(Right.CUSTOMER_EXPORT)
public class ShortListExport {

    @Inject
    ShortLists lists;

    @Inject
    ExportRunSql runs;

    @Inject
    FileStore files;

    @Inject
    ExportQueries queries;

    @Inject
    AuditSql audit;

    @Inject
    CurrentUser currentUser;

    @Inject
    Clock clock;

    public boolean knows(String list) {
        return list != null && lists.find(list).isPresent();
    }

    /**
     * Reads a list with the rights of whoever asks.
     *
     * @throws NotFoundException when there is no such list
     * @throws ExportRefusedException NO_RIGHT when the user may not see its page
     * @throws InvalidInputException naming a parameter or column that it does not have
     */
    public ListTable read(ListRequest asked, ListWords words) {
        ShortList list = lists.find(String.valueOf(asked.list()))
                .orElseThrow(() -> new NotFoundException("list", String.valueOf(asked.list())));
        if (!currentUser.get().may(list.right())) {
            throw new ExportRefusedException("NO_RIGHT");
        }
        List<ExportColumn> columns = list.columns(words);
        refuseUnknown(list, asked, columns);
        ListTable all = new ListTable(asked, columns, list.rows(asked.parameters(), words));
        return asked.columns() == null ? all : chosen(all);
    }

    private static void refuseUnknown(ShortList list, ListRequest asked, List<ExportColumn> columns) {
        List<FieldProblem> problems = new ArrayList<>();
        asked.parameters().keySet().stream()
                .filter(name -> !list.parameters().contains(name))
                .sorted()
                .forEach(name -> problems.add(new FieldProblem("parameters." + name, "UNKNOWN_OPTION", name)));
        List<String> names = columns.stream().map(ExportColumn::name).toList();
        List<String> wanted = asked.columns() == null ? names : asked.columns();
        problems.addAll(WantedColumns.problems(wanted, names));
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
    }

    private static ListTable chosen(ListTable all) {
        List<String> names = all.columns().stream().map(ExportColumn::name).toList();
        int[] places = all.asked().columns().stream()
                .distinct()
                .mapToInt(names::indexOf)
                .toArray();
        return new ListTable(
                all.asked(),
                IntStream.of(places).mapToObj(all.columns()::get).toList(),
                all.rows().stream()
                        .map(row -> IntStream.of(places)
                                .mapToObj(place -> row[place])
                                .toArray(String[]::new))
                        .toList());
    }

    /** Writes the file to whoever waits for it. */
    public void write(ListTable table, OutputStream out, Cause cause) throws IOException {
        note(0, table, cause);
        table.writeTo(out);
    }

    /** Writes the file and keeps it among the user's exports, as if a job had written it. */
    public ExportRun store(ListTable table, String language, Cause cause) throws IOException {
        Instant now = clock.instant();
        ExportFormat format = table.asked().format();
        String name = ExportSteps.fileName(table.asked().list(), format, now.atZone(clock.getZone()));
        long id = runs.insert(NewExport.of(table, language), currentUser.id(), now);
        try (ScratchFile scratch = new ScratchFile()) {
            try (OutputStream out = scratch.out()) {
                table.writeTo(out);
            }
            StoredFile file = files.store(name, format.contentType(), scratch.in(), Long.MAX_VALUE, currentUser.id());
            runs.finishAtOnce(id, table.rows().size(), file.id(), now);
        }
        note(id, table, cause);
        return queries.get(id);
    }

    private void note(long id, ListTable table, Cause cause) {
        JsonObjectBuilder what = JSON.createObjectBuilder()
                .add("list", table.asked().list())
                .add("format", table.asked().format().code())
                .add("rows", table.rows().size());
        table.asked().parameters().forEach(what::add);
        audit.write(
                clock.instant(),
                currentUser.id(),
                cause,
                ExportService.ENTITY,
                id,
                1,
                "EXPORT",
                null,
                what.build().toString());
    }
}
