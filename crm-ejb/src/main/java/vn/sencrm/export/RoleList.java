package vn.sencrm.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.sencrm.identity.Right;
import vn.sencrm.identity.role.Role;
import vn.sencrm.identity.role.RoleService;

/** Roles as their page shows them: a row for each right, a column for each role. */
@ApplicationScoped
class RoleList implements ShortList {

    @Inject
    RoleService roles;

    @Override
    public String name() {
        return "roles";
    }

    @Override
    public String right() {
        return Right.USER_MANAGE;
    }

    @Override
    public List<ExportColumn> columns(ListWords words) {
        return Stream.concat(
                        Stream.of(new ExportColumn("right", words.message("role_list.right"))),
                        roles.all().stream().map(role -> new ExportColumn(role.code(), role.name(words.language()))))
                .toList();
    }

    @Override
    public List<String[]> rows(Map<String, String> asked, ListWords words) {
        List<Role> all = roles.all();
        List<String[]> rows = new ArrayList<>();
        rows.add(row(words.message("role_list.code"), all, Role::code));
        rows.add(row(words.message("role_list.nameVi"), all, Role::nameVi));
        rows.add(row(words.message("role_list.nameEn"), all, Role::nameEn));
        rows.add(row(words.message("role_list.scope"), all, role -> words.label(role.scope())));
        rows.add(row(words.message("role_list.seesTeams"), all, role -> tick(role.seesTeams())));
        rows.add(row(words.message("role_list.seesRoutes"), all, role -> tick(role.seesRoutes())));
        Right.GRANTABLE.forEach(
                right -> rows.add(row(words.message("right." + right), all, role -> tick(role.grants(right)))));
        return rows;
    }

    private static String[] row(String title, List<Role> roles, Function<Role, String> cell) {
        return Stream.concat(Stream.of(title), roles.stream().map(cell)).toArray(String[]::new);
    }

    private static String tick(boolean granted) {
        return granted ? "x" : "";
    }
}
