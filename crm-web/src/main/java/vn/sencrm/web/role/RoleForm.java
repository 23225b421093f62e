package vn.sencrm.web.role;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.sencrm.identity.RecordScope;
import vn.sencrm.identity.Right;
import vn.sencrm.identity.role.Role;
import vn.sencrm.identity.role.RoleInput;

/** A column of the table of roles, as it is ticked. */
public class RoleForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private String code;

    /** As the browser sent it: the columns may be others by now. */
    private String sentCode;

    private int version;
    private int users;
    private String nameVi;
    private String nameEn;
    private RecordScope scope;
    private boolean seesTeams;
    private boolean seesRoutes;
    private final Map<String, Boolean> rights = new HashMap<>();

    static RoleForm of(Role role) {
        RoleForm form = new RoleForm();
        form.code = role.code();
        form.version = role.version();
        form.users = role.users();
        form.nameVi = role.nameVi();
        form.nameEn = role.nameEn();
        form.scope = role.scope();
        form.seesTeams = role.seesTeams();
        form.seesRoutes = role.seesRoutes();
        Right.GRANTABLE.forEach(right -> form.rights.put(right, role.grants(right)));
        return form;
    }

    RoleInput input() {
        return new RoleInput(code, version, nameVi, nameEn, scope, seesTeams, seesRoutes, granted());
    }

    private Set<String> granted() {
        return rights.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    boolean isWhereItWas() {
        return code.equals(sentCode);
    }

    boolean differsFrom(Role role) {
        return !role.nameVi().equals(nameVi)
                || !role.nameEn().equals(nameEn)
                || role.scope() != scope
                || role.seesTeams() != seesTeams
                || role.seesRoutes() != seesRoutes
                || !role.rights().equals(granted());
    }

    public String getCode() {
        return code;
    }

    public String getSentCode() {
        return code;
    }

    public void setSentCode(String sentCode) {
        this.sentCode = sentCode;
    }

    public int getVersion() {
        return version;
    }

    public void setVersion(int version) {
        this.version = version;
    }

    public int getUsers() {
        return users;
    }

    public String getNameVi() {
        return nameVi;
    }

    public void setNameVi(String nameVi) {
        this.nameVi = nameVi;
    }

    public String getNameEn() {
        return nameEn;
    }

    public void setNameEn(String nameEn) {
        this.nameEn = nameEn;
    }

    public RecordScope getScope() {
        return scope;
    }

    public void setScope(RecordScope scope) {
        this.scope = scope;
    }

    public boolean isSeesTeams() {
        return seesTeams;
    }

    public void setSeesTeams(boolean seesTeams) {
        this.seesTeams = seesTeams;
    }

    public boolean isSeesRoutes() {
        return seesRoutes;
    }

    public void setSeesRoutes(boolean seesRoutes) {
        this.seesRoutes = seesRoutes;
    }

    public Map<String, Boolean> getRights() {
        return rights;
    }

    public String name(String language) {
        return "en".equals(language) ? nameEn : nameVi;
    }
}
