package vn.sencrm.identity.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import vn.sencrm.audit.AuditedEntity;
import vn.sencrm.audit.AuditedEntitySource;

/** Users, teams and roles. */
@ApplicationScoped
class PeopleEntities implements AuditedEntitySource {

    private static final List<AuditedEntity> ALL = List.of(
            AuditedEntity.of("user", "app_user", "username", "full_name", "full_name", "/user/edit.xhtml?id="),
            AuditedEntity.of("team", "team", null, "name", "name", "/team/edit.xhtml?id="),
            AuditedEntity.of("role", "app_role", "code", "name_vi", "name_en", "/role/list.xhtml"));

    @Override
    public List<AuditedEntity> auditedEntities() {
        return ALL;
    }
}
