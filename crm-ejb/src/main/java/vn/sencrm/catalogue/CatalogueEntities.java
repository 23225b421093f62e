package vn.sencrm.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import vn.sencrm.audit.AuditedEntity;
import vn.sencrm.audit.AuditedEntitySource;

/** The entries of every catalogue; each is audited under the name of its table. */
@ApplicationScoped
class CatalogueEntities implements AuditedEntitySource {

    @Inject
    Catalogues catalogues;

    @Override
    public List<AuditedEntity> auditedEntities() {
        return catalogues.all().stream().map(CatalogueEntities::entity).toList();
    }

    private static AuditedEntity entity(Catalogue catalogue) {
        String table = catalogue.table();
        return AuditedEntity.of(
                table, table, "code", "name_vi", "name_en", "/catalogue/list.xhtml?of=" + catalogue.name());
    }
}
