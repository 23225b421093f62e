package vn.sencrm.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import vn.sencrm.catalogue.Catalogues;
import vn.sencrm.identity.Account;

/** The types of record that can be imported. */
@ApplicationScoped
class ImportTargets {

    @Inject
    @Any
    Instance<ImportTarget> own;

    @Inject
    Catalogues catalogues;

    @Inject
    CatalogueImportSql catalogueSql;

    @Inject
    RecordUndoSql undoSql;

    /** Those of one type each, and every catalogue. */
    private Stream<ImportTarget> all() {
        return Stream.concat(
                own.stream(),
                catalogues.all().stream().map(catalogue -> new CatalogueImport(catalogue, catalogueSql, undoSql)));
    }

    /** @throws ImportRefusedException when there is no such type */
    ImportTarget get(String type) {
        return all().filter(target -> target.type().equals(type))
                .findFirst()
                .orElseThrow(() -> new ImportRefusedException("UNKNOWN_IMPORT_TYPE", type));
    }

    /** The types that a user may import. */
    List<String> types(Account user) {
        return all().filter(target -> user.may(target.right()))
                .map(ImportTarget::type)
                .sorted()
                .toList();
    }

    List<String> types() {
        return all().map(ImportTarget::type).sorted().toList();
    }
}
