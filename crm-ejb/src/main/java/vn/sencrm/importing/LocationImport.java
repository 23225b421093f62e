package vn.sencrm.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.identity.Account;
import vn.sencrm.identity.Right;
import vn.sencrm.importing.sheet.SheetRow;
import vn.sencrm.location.PlaceIndexSql;

/**
 * Provinces and communes, also from the public data set's own JSON. A row without a province is a province; one that
 * names a province of an earlier row may come in the same file.
 */
@ApplicationScoped
class LocationImport implements ImportTarget {

    static final String TYPE = "locations";

    static final String CODE = "location.code";
    static final String NAME = "location.name";
    static final String PROVINCE = "location.province";
    static final String FORMER = "location.former";

    @Inject
    PlaceIndexSql places;

    @Inject
    LocationImportSql sql;

    @Inject
    RecordUndoSql undoSql;

    private final List<ImportField> fields = buildFields();

    private static List<ImportField> buildFields() {
        ColumnNames names = new ColumnNames("location-columns.properties");
        return List.of(CODE, NAME, PROVINCE, FORMER).stream()
                .map(name -> new ImportField(name, "import.field." + name, name.equals(FORMER), names.of(name)))
                .toList();
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String right() {
        return Right.CONFIGURE;
    }

    @Override
    public boolean isComplete(Collection<String> mapped, ImportOptions options) {
        return mapped.contains(CODE) && mapped.contains(NAME);
    }

    @Override
    public List<ImportField> fields() {
        return fields;
    }

    @Override
    public Function<SheetRow, StagedRow> checker(ImportRun run) {
        return new LocationRowCheck(run, places.load());
    }

    @Override
    public List<DecisionPart> deciding(ImportRun run, Account user) {
        return List.of(DecisionPart.ofAll(() -> sql.decide(run)));
    }

    @Override
    public void prepare(ImportRun run, Account user) {
        sql.prepare(run.id());
    }

    @Override
    public void apply(ImportRun run, Account user, int after, int upTo) {
        sql.apply(run.id(), user.id(), new RowRange(after, upTo));
    }

    @Override
    public void beginUndo(ImportRun run) {
        sql.auditProvinces(run);
        undoSql.note(run, LocationImportSql.UNDONE);
    }

    @Override
    public void undo(ImportRun run, int after, int upTo) {
        undoSql.undo(run, LocationImportSql.UNDONE, LocationImportSql.NO_NEW_PROVINCE, new RowRange(after, upTo));
    }

    /** New provinces go when no commune of theirs is left, whichever row it stands in. */
    @Override
    public void endUndo(ImportRun run) {
        undoSql.undo(run, LocationImportSql.UNDONE, SqlFragment.TRUE, RowRange.ALL);
    }
}
