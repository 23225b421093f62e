package vn.sencrm.identity.role;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.sencrm.identity.RecordScope;

/**
 * A role.
 *
 * @param seesTeams whether OWN counts what belongs to the user's teams
 * @param seesRoutes whether OWN counts what is on the user's routes
 * @param users how many hold it
 */
public record Role(
        long id,
        String code,
        int version,
        String nameVi,
        String nameEn,
        RecordScope scope,
        boolean seesTeams,
        boolean seesRoutes,
        Set<String> rights,
        int users) {

    public Role {
        rights = Set.copyOf(rights);
    }

    public String name(String language) {
        return "en".equals(language) ? nameEn : nameVi;
    }

    public boolean grants(String right) {
        return rights.contains(right);
    }

    /** What the audit tells of a role. */
    Map<String, Object> audited() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("code", code);
        values.put("nameVi", nameVi);
        values.put("nameEn", nameEn);
        values.put("scope", scope.name());
        values.put("seesTeams", seesTeams);
        values.put("seesRoutes", seesRoutes);
        values.put("rights", new TreeSet<>(rights));
        return values;
    }
}
