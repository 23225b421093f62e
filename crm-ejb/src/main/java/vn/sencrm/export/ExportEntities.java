package vn.sencrm.export;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import vn.sencrm.audit.AuditedEntity;
import vn.sencrm.audit.AuditedEntitySource;

/** Exports, among the records whose changes are searched: who gave out what, and who fetched it. */
@ApplicationScoped
class ExportEntities implements AuditedEntitySource {

    @Override
    public List<AuditedEntity> auditedEntities() {
        return List.of(AuditedEntity.named(ExportService.ENTITY, "/export/list.xhtml"));
    }
}
