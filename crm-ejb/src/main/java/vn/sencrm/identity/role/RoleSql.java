package vn.sencrm.identity.role;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.identity.RecordScope;

/** Reads and writes roles and their rights: a table of a few rows. */
@ApplicationScoped
class RoleSql {

    @Inject
    Database database;

    List<Role> all() {
        return roles(SqlFragment.TRUE);
    }

    Optional<Role> find(String code) {
        return roles(SqlFragment.of("r.code = ?", code)).stream().findFirst();
    }

    private List<Role> roles(SqlFragment which) {
        SqlFragment query = SqlFragment.of(
                        """
                        select r.id, r.code, r.version, r.name_vi, r.name_en, r.record_scope,
                               r.sees_teams, r.sees_routes,
                               array(select right_name from app_role_right g where g.role_code = r.code) as rights,
                               (select count(*) from app_user u where u.role_code = r.code) as users
                        from app_role r where
                        """)
                .then(which)
                .then(" order by r.position, r.code");
        return database.list(
                query,
                row -> new Role(
                        row.getLong("id"),
                        row.getString("code"),
                        row.getInt("version"),
                        row.getString("name_vi"),
                        row.getString("name_en"),
                        RecordScope.valueOf(row.getString("record_scope")),
                        row.getBoolean("sees_teams"),
                        row.getBoolean("sees_routes"),
                        Set.of((String[]) row.getArray("rights").getArray()),
                        row.getInt("users")));
    }

    /** Whether the code was free. */
    boolean insert(RoleInput role) {
        return database.update(SqlFragment.of(
                        """
                        insert into app_role (code, name_vi, name_en, record_scope, sees_teams, sees_routes, position)
                        values (?, ?, ?, ?, ?, ?, (select coalesce(max(position), 0) + 1 from app_role))
                        on conflict do nothing
                        """,
                        role.code(),
                        role.nameVi(),
                        role.nameEn(),
                        role.scope(),
                        role.seesTeams(),
                        role.seesRoutes()))
                == 1;
    }

    /** Whether the role still had this version. */
    boolean update(RoleInput role) {
        return database.update(SqlFragment.of(
                        """
                        update app_role set name_vi = ?, name_en = ?, record_scope = ?, sees_teams = ?, sees_routes = ?,
                               version = version + 1
                        where code = ? and version = ?
                        """,
                        role.nameVi(),
                        role.nameEn(),
                        role.scope(),
                        role.seesTeams(),
                        role.seesRoutes(),
                        role.code(),
                        role.version()))
                == 1;
    }

    void putRights(String code, Set<String> rights) {
        database.update(SqlFragment.of(
                "delete from app_role_right where role_code = ? and right_name <> all(?::text[])", code, rights));
        database.update(SqlFragment.of(
                """
                insert into app_role_right (role_code, right_name) select ?, unnest(?::text[])
                on conflict do nothing
                """,
                code,
                rights));
    }

    void delete(String code) {
        database.update(SqlFragment.of("delete from app_role where code = ?", code));
    }
}
