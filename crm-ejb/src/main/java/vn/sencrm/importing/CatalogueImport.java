package vn.sencrm.importing;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.sencrm.catalogue.Catalogue;
import vn.sencrm.catalogue.CatalogueField;
import vn.sencrm.catalogue.CatalogueInput;
import vn.sencrm.catalogue.Colour;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.identity.Account;
import vn.sencrm.identity.Right;
import vn.sencrm.importing.sheet.SheetRow;

/** Entries of one catalogue, found by their codes; a new one without a code gets one made of its name. */
final class CatalogueImport implements ImportTarget {

    private static final ColumnNames NAMES = new ColumnNames("catalogue-columns.properties");

    private final Catalogue catalogue;
    private final CatalogueImportSql sql;
    private final RecordUndoSql undoSql;

    CatalogueImport(Catalogue catalogue, CatalogueImportSql sql, RecordUndoSql undoSql) {
        this.catalogue = catalogue;
        this.sql = sql;
        this.undoSql = undoSql;
    }

    @Override
    public String type() {
        return catalogue.name();
    }

    @Override
    public String right() {
        return Right.CONFIGURE;
    }

    @Override
    public List<ImportField> fields() {
        return Stream.concat(
                        Stream.of(
                                CatalogueInput.CODE,
                                CatalogueInput.NAME_VI,
                                CatalogueInput.NAME_EN,
                                CatalogueInput.COLOUR),
                        CatalogueImportSql.fieldsInCells(catalogue).map(CatalogueField::name))
                .map(name -> new ImportField(name, "catalogue.field." + name, false, NAMES.of(name), null, codes(name)))
                .toList();
    }

    private List<String> codes(String name) {
        return name.equals(CatalogueInput.COLOUR)
                ? Colour.codes()
                : catalogue.fields().stream()
                        .filter(field -> field.name().equals(name))
                        .flatMap(field -> field.options().stream())
                        .toList();
    }

    @Override
    public boolean isComplete(Collection<String> mapped, ImportOptions options) {
        return mapped.contains(CatalogueInput.NAME_VI);
    }

    @Override
    public Function<SheetRow, StagedRow> checker(ImportRun run) {
        return new CatalogueRowCheck(run, catalogue);
    }

    @Override
    public List<DecisionPart> deciding(ImportRun run, Account user) {
        return List.of(DecisionPart.ofAll(() -> sql.decide(run, catalogue)));
    }

    @Override
    public void prepare(ImportRun run, Account user) {
        sql.prepare(run.id());
    }

    @Override
    public void apply(ImportRun run, Account user, int after, int upTo) {
        sql.apply(run.id(), user.id(), catalogue, new RowRange(after, upTo));
    }

    @Override
    public void beginUndo(ImportRun run) {
        undoSql.note(run, CatalogueImportSql.undone(catalogue));
    }

    @Override
    public void undo(ImportRun run, int after, int upTo) {
        undoSql.undo(run, CatalogueImportSql.undone(catalogue), SqlFragment.TRUE, new RowRange(after, upTo));
    }
}
