package vn.sencrm.identity.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.sencrm.audit.AuditedEntity;
import vn.sencrm.audit.AuditedEntitySource;
import vn.sencrm.identity.audit.AuditConditions.RecordKey;
import vn.sencrm.identity.audit.AuditHit.Subject;

/** Every entity that is audited: its records by what people type, and their names. */
@ApplicationScoped
class AuditedRecords {

    /** Of more records that a text finds, the newest. */
    private static final int MOST = 100;

    @Inject
    @Any
    Instance<AuditedEntitySource> sources;

    @Inject
    AuditedRecordsSql sql;

    List<AuditedEntity> entities() {
        return sources.stream()
                .flatMap(source -> source.auditedEntities().stream())
                .toList();
    }

    Optional<AuditedEntity> entity(String name) {
        return entities().stream().filter(entity -> entity.name().equals(name)).findFirst();
    }

    /** @param only null for those of every entity that has a table */
    List<RecordKey> matching(String text, AuditedEntity only) {
        List<AuditedEntity> searched = only == null ? entities() : List.of(only);
        boolean byId = text.matches("#\\d{1,18}");
        return searched.stream()
                .filter(entity -> entity.table() != null)
                .flatMap(entity -> (byId ? List.of(Long.valueOf(text.substring(1))) : sql.matching(entity, text, MOST))
                        .stream().map(id -> new RecordKey(entity.name(), id)))
                .toList();
    }

    /** Those of the records that are still there. */
    Map<RecordKey, Subject> subjects(Collection<RecordKey> keys) {
        Map<RecordKey, Subject> subjects = new HashMap<>();
        for (AuditedEntity entity : entities()) {
            List<Long> ids = keys.stream()
                    .filter(key -> key.entity().equals(entity.name()))
                    .map(RecordKey::id)
                    .distinct()
                    .toList();
            if (entity.table() != null && !ids.isEmpty()) {
                sql.subjects(entity, ids)
                        .forEach(subject -> subjects.put(new RecordKey(entity.name(), subject.id()), subject));
            }
        }
        return subjects;
    }
}
