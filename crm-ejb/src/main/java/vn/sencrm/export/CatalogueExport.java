package vn.sencrm.export;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.sencrm.audit.Cause;
import vn.sencrm.catalogue.Catalogue;
import vn.sencrm.catalogue.CatalogueEntry;
import vn.sencrm.catalogue.CatalogueField;
import vn.sencrm.catalogue.CatalogueService;
import vn.sencrm.catalogue.Catalogues;
import vn.sencrm.identity.Right;

/** A catalogue as a file: some dozen rows, written while one waits. */
@Stateless
@RolesAllowed(Right.CUSTOMER_EXPORT)
public class CatalogueExport {

    /** The columns that every catalogue has; its own follow. */
    public static final List<String> COLUMNS = List.of("code", "nameVi", "nameEn", "colour", "archived");

    @Inject
    Catalogues catalogues;

    @Inject
    CatalogueService entries;

    @Inject
    ListFile file;

    /** The names of the columns of a catalogue's file. */
    public List<String> columns(String name) {
        Catalogue catalogue = catalogues.get(name);
        return Stream.concat(COLUMNS.stream(), catalogue.fields().stream().map(CatalogueField::name))
                .toList();
    }

    /**
     * Writes the file.
     *
     * @param headers one for each of {@link #columns}
     * @throws vn.sencrm.common.NotFoundException when there is no such catalogue
     */
    public void write(String name, List<String> headers, ExportFormat format, OutputStream out, Cause cause)
            throws IOException {
        Catalogue catalogue = catalogues.get(name);
        List<String[]> rows =
                entries.all(name).stream().map(entry -> cells(catalogue, entry)).toList();
        file.write(catalogue.name(), headers, rows, format, out, cause);
    }

    private static String[] cells(Catalogue catalogue, CatalogueEntry entry) {
        List<String> cells = new ArrayList<>(List.of(
                entry.code(),
                entry.nameVi(),
                entry.nameEn(),
                entry.colour() == null ? "" : entry.colour(),
                entry.archived() ? "x" : ""));
        catalogue.fields().forEach(field -> cells.add(text(entry.more().get(field.name()))));
        return cells.toArray(String[]::new);
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }
}
