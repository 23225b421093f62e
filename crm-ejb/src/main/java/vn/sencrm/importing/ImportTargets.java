package vn.sencrm.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;

/** The types of record that can be imported. */
@ApplicationScoped
class ImportTargets {

    @Inject
    @Any
    Instance<ImportTarget> all;

    /** @throws ImportRefusedException when there is no such type */
    ImportTarget get(String type) {
        return all.stream()
                .filter(target -> target.type().equals(type))
                .findFirst()
                .orElseThrow(() -> new ImportRefusedException("UNKNOWN_IMPORT_TYPE", type));
    }

    List<String> types() {
        return all.stream().map(ImportTarget::type).sorted().toList();
    }
}
