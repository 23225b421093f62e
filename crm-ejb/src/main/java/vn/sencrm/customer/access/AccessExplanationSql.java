package vn.sencrm.customer.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.customer.CustomerState;
import vn.sencrm.customer.access.AccessWay.Kind;
import vn.sencrm.customer.access.AccessWay.Verdict;
import vn.sencrm.identity.Right;

/** Reads everything that decides on one user and one customer in one statement, by primary keys. */
@ApplicationScoped
class AccessExplanationSql {

    private static final String FACTS =
            """
            select u.username, u.full_name, u.active, r.record_scope = 'ALL' as sees_all, r.sees_teams, r.sees_routes,
                   array(select right_name from app_role_right g where g.role_code = u.role_code) as rights,
                   c.id, c.code, c.state, o.full_name as owner, c.owner_id is not distinct from u.id as is_owner,
                   w.full_name as creator, c.creator_id = u.id as is_creator, t.name as team,
                   exists (select from team_member m where m.team_id = c.team_id and m.user_id = u.id) as in_team,
                   array(select n.name from route_customer rc join route n on n.id = rc.route_id and not n.archived
                         join route_staff rs on rs.route_id = n.id and rs.user_id = u.id
                         where rc.customer_id = c.id order by n.name_fold) as routes,
                   (select s.can_edit from customer_share s where s.customer_id = c.id and s.user_id = u.id) as share,
                   array(select n.name from customer_share s join team n on n.id = s.team_id
                         join team_member m on m.team_id = n.id and m.user_id = u.id
                         where s.customer_id = c.id order by n.name) as teams_shared,
                   exists (select from customer_share s join team_member m on m.team_id = s.team_id and m.user_id = u.id
                           where s.customer_id = c.id and s.can_edit) as team_edits
            from app_user u join app_role r on r.code = u.role_code
            cross join customer c join app_user w on w.id = c.creator_id
            left join app_user o on o.id = c.owner_id left join team t on t.id = c.team_id
            where lower(u.username) = lower(?) and c.id = ?
            """;

    @Inject
    Database database;

    boolean isUser(String username) {
        return database.first(
                        SqlFragment.of("select 1 from app_user where lower(username) = lower(?)", username), r -> 1)
                .isPresent();
    }

    Optional<Long> customer(String code) {
        return database.first(
                SqlFragment.of("select id from customer where upper(code) = upper(?)", code), row -> row.getLong(1));
    }

    Optional<AccessExplanation> explain(String username, long customer) {
        return database.first(SqlFragment.of(FACTS, username, customer), AccessExplanationSql::explanation);
    }

    private static AccessExplanation explanation(ResultSet row) throws SQLException {
        List<String> rights = texts(row, "rights");
        return new AccessExplanation(
                row.getString("username"),
                row.getString("full_name"),
                row.getLong("id"),
                row.getString("code"),
                CustomerState.valueOf(row.getString("state")),
                row.getBoolean("active"),
                rights.contains(Right.CUSTOMER_VIEW),
                rights.contains(Right.CUSTOMER_EDIT),
                ways(row));
    }

    private static List<AccessWay> ways(ResultSet row) throws SQLException {
        boolean all = row.getBoolean("sees_all");
        List<AccessWay> ways = new ArrayList<>();
        ways.add(new AccessWay(Kind.ALL, verdict(all, true), List.of(), true));
        ways.add(new AccessWay(Kind.OWNER, verdict(row.getBoolean("is_owner"), true), name(row, "owner"), true));
        ways.add(new AccessWay(Kind.CREATOR, verdict(row.getBoolean("is_creator"), true), name(row, "creator"), true));
        ways.add(new AccessWay(
                Kind.TEAM,
                verdict(row.getBoolean("in_team"), all || row.getBoolean("sees_teams")),
                name(row, "team"),
                true));
        List<String> routes = texts(row, "routes");
        ways.add(new AccessWay(
                Kind.ROUTE, verdict(!routes.isEmpty(), all || row.getBoolean("sees_routes")), routes, true));
        boolean edits = row.getBoolean("share");
        ways.add(new AccessWay(Kind.SHARE_USER, verdict(!row.wasNull(), true), List.of(), edits));
        List<String> teams = texts(row, "teams_shared");
        ways.add(new AccessWay(Kind.SHARE_TEAM, verdict(!teams.isEmpty(), true), teams, row.getBoolean("team_edits")));
        return ways;
    }

    private static Verdict verdict(boolean holds, boolean counts) {
        if (!holds) {
            return Verdict.NO;
        }
        return counts ? Verdict.YES : Verdict.OFF;
    }

    private static List<String> name(ResultSet row, String column) throws SQLException {
        String name = row.getString(column);
        return name == null ? List.of() : List.of(name);
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
