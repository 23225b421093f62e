package vn.sencrm.group;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import vn.sencrm.audit.AuditedEntity;
import vn.sencrm.audit.AuditedEntitySource;

/** Groups of customers, among the records whose changes are searched. */
@ApplicationScoped
class GroupEntities implements AuditedEntitySource {

    @Override
    public List<AuditedEntity> auditedEntities() {
        return List.of(AuditedEntity.named(GroupService.ENTITY, "/group/list.xhtml"));
    }
}
