package vn.sencrm.identity.audit;

import vn.sencrm.audit.AuditEntry;

/**
 * An entry that was found.
 *
 * @param username the actor's, null for the system
 * @param source the address from which the change was asked for, null where none is known
 * @param record what was changed, or to what it belongs
 */
public record AuditHit(AuditEntry entry, String entity, long entityId, String username, String source, Subject record) {

    /**
     * A record in words.
     *
     * @param code null where it has none
     * @param nameVi null when nobody knows any more
     * @param address inside the application, null when there is nothing to be seen
     */
    public record Subject(String entity, long id, String code, String nameVi, String nameEn, String address) {

        public String name(String language) {
            return "en".equals(language) ? nameEn : nameVi;
        }
    }
}
