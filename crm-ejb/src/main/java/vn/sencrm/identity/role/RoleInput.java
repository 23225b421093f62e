package vn.sencrm.identity.role;

import java.util.Set;
import vn.sencrm.identity.RecordScope;

/**
 * What is said of a role.
 *
 * @param code of a new role; a role keeps its code for good
 * @param version as it was read; 0 for a new role
 */
public record RoleInput(
        String code,
        int version,
        String nameVi,
        String nameEn,
        RecordScope scope,
        boolean seesTeams,
        boolean seesRoutes,
        Set<String> rights) {

    public RoleInput {
        rights = Set.copyOf(rights);
    }
}
