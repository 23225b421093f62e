package vn.sencrm.audit;

import java.util.List;

/** What a feature audits. Implementations are found by CDI. */
public interface AuditedEntitySource {

    List<AuditedEntity> auditedEntities();
}
