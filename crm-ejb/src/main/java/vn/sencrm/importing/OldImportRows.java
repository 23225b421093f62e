package vn.sencrm.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.sencrm.common.PurgeStep;

/** The rows of imports that are no longer there. */
@ApplicationScoped
class OldImportRows implements PurgeStep {

    @Inject
    ImportPurgeSql sql;

    @Override
    public String name() {
        return "import-rows";
    }

    @Override
    public int purge(int atMost) {
        return sql.deleteRows(atMost);
    }
}
