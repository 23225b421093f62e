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

/** Tags, found by their names; a new one is the user's own unless its row says that it is everybody's. */
@ApplicationScoped
class TagImport implements ImportTarget {

    static final String NAME = "tag.name";
    static final String SHARED = "tag.shared";

    private static final ColumnNames NAMES = new ColumnNames("tag-columns.properties");

    @Inject
    TagImportSql sql;

    @Inject
    RecordUndoSql undoSql;

    @Override
    public String type() {
        return "tags";
    }

    @Override
    public String right() {
        return Right.CUSTOMER_EDIT;
    }

    @Override
    public List<ImportField> fields() {
        return List.of(
                new ImportField(NAME, "import.field." + NAME, false, NAMES.of(NAME)),
                new ImportField(SHARED, "import.field." + SHARED, false, NAMES.of(SHARED)));
    }

    @Override
    public boolean isComplete(Collection<String> mapped, ImportOptions options) {
        return mapped.contains(NAME);
    }

    @Override
    public Function<SheetRow, StagedRow> checker(ImportRun run) {
        return new TagRowCheck(run);
    }

    @Override
    public List<DecisionPart> deciding(ImportRun run, Account user) {
        return List.of(DecisionPart.ofAll(() -> sql.decide(run, user)));
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
        undoSql.note(run, sql.undone(run.createdBy()));
    }

    @Override
    public void undo(ImportRun run, int after, int upTo) {
        undoSql.undo(run, sql.undone(run.createdBy()), SqlFragment.TRUE, new RowRange(after, upTo));
    }
}
