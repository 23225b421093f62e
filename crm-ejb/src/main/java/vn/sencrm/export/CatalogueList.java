package vn.sencrm.export;

import jakarta.enterprise.inject.Vetoed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import vn.sencrm.catalogue.Catalogue;
import vn.sencrm.catalogue.CatalogueEntry;
import vn.sencrm.catalogue.CatalogueField;
import vn.sencrm.catalogue.CatalogueService;
import vn.sencrm.identity.Right;

/** A catalogue, as an import of the same type takes it. */
@Vetoed
final class CatalogueList implements ShortList {

    /** The columns that every catalogue has; its own follow. */
    private static final List<String> COLUMNS = List.of("code", "nameVi", "nameEn", "colour", "archived");

    private final Catalogue catalogue;
    private final CatalogueService entries;

    CatalogueList(Catalogue catalogue, CatalogueService entries) {
        this.catalogue = catalogue;
        this.entries = entries;
    }

    @Override
    public String name() {
        return catalogue.name();
    }

    /** The entries are to be seen by everybody who exports. */
    @Override
    public String right() {
        return Right.CUSTOMER_EXPORT;
    }

    @Override
    public List<ExportColumn> columns(ListWords words) {
        return Stream.concat(COLUMNS.stream(), catalogue.fields().stream().map(CatalogueField::name))
                .map(name -> new ExportColumn(name, words.message("catalogue.field." + name)))
                .toList();
    }

    @Override
    public List<String[]> rows(Map<String, String> asked, ListWords words) {
        return entries.all(name()).stream().map(this::cells).toList();
    }

    private String[] cells(CatalogueEntry entry) {
        List<String> cells = new ArrayList<>(List.of(
                entry.code(),
                entry.nameVi(),
                entry.nameEn(),
                Objects.toString(entry.colour(), ""),
                entry.archived() ? "x" : ""));
        catalogue
                .fields()
                .forEach(field -> cells.add(Objects.toString(entry.more().get(field.name()), "")));
        return cells.toArray(String[]::new);
    }
}
