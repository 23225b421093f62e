package vn.sencrm.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import vn.sencrm.common.SqlFragment;

/**
 * The one place that says which customers a user sees and may change (SEC-2). The alias of {@code customer} is
 * {@code c}. A user sees the own ones (as owner or creator), those that were shared, and, as the role has it, those of
 * the own teams and routes; or all.
 *
 * <p>As branches, each is served by an index, and the ways overlap: whoever merges branches keeps one of each id. As a
 * predicate, one comparison of {@code customer.viewers} with what the user is: cheap for rows found otherwise, and served
 * by an index together with conditions on other columns.
 */
@ApplicationScoped
public class RecordAccessSql {

    /** The ways of {@code customer.viewers}, see the migration that makes it. */
    private enum Way {
        USER,
        TEAM,
        SHARED_WITH_USER,
        SHARED_WITH_TEAM,
        SHARED_WITH_USER_TO_EDIT,
        SHARED_WITH_TEAM_TO_EDIT,
        ROUTE;

        private static final int RADIX = 8;

        long viewer(long id) {
            return id * RADIX + ordinal();
        }
    }

    /** One predicate for each way in which the user may come to see a customer: {@link #indexed} and the gathered ones. */
    public List<SqlFragment> branches(Account user) {
        List<SqlFragment> branches = new ArrayList<>(indexed(user));
        if (user.scope() != RecordScope.ALL) {
            branches.add(
                    SqlFragment.of("c.id = any(array(").then(gathered(user)).then("))"));
        }
        return branches;
    }

    /** The ways that are served by an index in the order of change: all; or owner, creator and each team. */
    public List<SqlFragment> indexed(Account user) {
        if (user.scope() == RecordScope.ALL) {
            return List.of(SqlFragment.TRUE);
        }
        List<SqlFragment> branches = new ArrayList<>();
        branches.add(SqlFragment.of("c.owner_id = ?", user.id()));
        branches.add(SqlFragment.of("(c.creator_id = ? and c.owner_id is distinct from c.creator_id)", user.id()));
        if (user.seesTeams()) {
            user.teams().forEach(team -> branches.add(SqlFragment.of("c.team_id = ?", team)));
        }
        return branches;
    }

    /** A query of the ids of customers seen by shares and routes, which no index in the order of change knows. */
    public SqlFragment gathered(Account user) {
        SqlFragment ids = user.teams().isEmpty()
                ? SqlFragment.of("select s.customer_id from customer_share s where s.user_id = ?", user.id())
                : SqlFragment.of(
                        "select s.customer_id from customer_share s where (s.user_id = ? or s.team_id = any(?))",
                        user.id(),
                        user.teams());
        return user.routes().isEmpty()
                ? ids
                : ids.then(SqlFragment.of(
                        " union all select rc.customer_id from route_customer rc where rc.route_id = any(?)",
                        user.routes()));
    }

    /** All ways as one predicate. */
    public SqlFragment predicate(Account user) {
        return predicate(user, false);
    }

    /** Which of the customers that a user sees that user may also change, given the right to change any. */
    public SqlFragment editable(Account user) {
        return predicate(user, true);
    }

    /** Never null, as this may stand under NOT. */
    private static SqlFragment predicate(Account user, boolean forChange) {
        if (user.scope() == RecordScope.ALL) {
            return SqlFragment.TRUE;
        }
        List<Long> viewers = new ArrayList<>();
        add(viewers, forChange, user.id(), Way.SHARED_WITH_USER, Way.SHARED_WITH_USER_TO_EDIT);
        viewers.add(Way.USER.viewer(user.id()));
        for (long team : user.teams()) {
            add(viewers, forChange, team, Way.SHARED_WITH_TEAM, Way.SHARED_WITH_TEAM_TO_EDIT);
            if (user.seesTeams()) {
                viewers.add(Way.TEAM.viewer(team));
            }
        }
        user.routes().forEach(route -> viewers.add(Way.ROUTE.viewer(route)));
        return SqlFragment.of("c.viewers && ?", viewers);
    }

    private static void add(List<Long> viewers, boolean forChange, long id, Way toLookAt, Way toEdit) {
        viewers.add(toEdit.viewer(id));
        if (!forChange) {
            viewers.add(toLookAt.viewer(id));
        }
    }
}
