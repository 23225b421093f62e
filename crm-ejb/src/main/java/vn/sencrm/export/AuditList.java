package vn.sencrm.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import vn.sencrm.common.ReadAhead;
import vn.sencrm.customer.attribute.AttributesSql;
import vn.sencrm.identity.Account;
import vn.sencrm.identity.Right;
import vn.sencrm.identity.audit.AuditHit;
import vn.sencrm.identity.audit.AuditReader;
import vn.sencrm.identity.audit.AuditSearch;

/** What a search of the audit finds, as its page shows it. */
@ApplicationScoped
class AuditList implements LongList {

    /** What stands in a file, in the order of the page. */
    static final List<String> COLUMNS = List.of(
            "at", "actor", "username", "source", "entity", "code", "record", "action", "changes", "cause", "causeId");

    /** The parameters of a search, in the order of {@link AuditSearch}. */
    static final List<String> PARAMETERS =
            List.of("user", "entity", "record", "field", "action", "cause", "run", "from", "to");

    private static final int ROWS_AT_ONCE = 500;

    @Inject
    AuditReader reader;

    @Inject
    ExportRunSql runs;

    @Inject
    ChoiceWordsSql choices;

    @Inject
    AttributesSql attributes;

    @Inject
    Clock clock;

    static AuditSearch search(Map<String, String> asked) {
        String[] values = PARAMETERS.stream().map(asked::get).toArray(String[]::new);
        return new AuditSearch(
                values[0], values[1], values[2], values[3], values[4], values[5], values[6], values[7], values[8]);
    }

    @Override
    public String name() {
        return AuditExport.LIST;
    }

    @Override
    public String right() {
        return Right.AUDIT_VIEW;
    }

    @Override
    public long count(ExportRun run, Account user) {
        return reader.count(search(run), user);
    }

    @Override
    public ReadAhead.Source<List<String[]>> rows(ExportRun run, Account user) {
        AuditSearch search = search(run);
        ChangeCells changes = new ChangeCells(
                runs.words(run.id()), choices.load(run.language()), attributes.load(), run.language(), user.id());
        AuditCells cells = new AuditCells(changes, clock.getZone());
        List<String> names = run.columns().stream().map(ExportColumn::name).toList();
        return sink -> reader.read(search, user, ROWS_AT_ONCE, piece -> sink.put(rows(piece, names, cells)));
    }

    private static List<String[]> rows(List<AuditHit> piece, List<String> names, AuditCells cells) {
        return piece.stream()
                .map(hit -> names.stream().map(name -> cells.of(name, hit)).toArray(String[]::new))
                .toList();
    }

    private static AuditSearch search(ExportRun run) {
        return search(ExportRunSql.texts(run.filter()));
    }
}
