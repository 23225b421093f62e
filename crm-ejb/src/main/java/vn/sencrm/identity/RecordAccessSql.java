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
 * predicate, one condition that is cheap for rows found otherwise.
 */
@ApplicationScoped
public class RecordAccessSql {

    private static final String OF_MY_ROUTES =
            """
            from route_customer rc join route r on r.id = rc.route_id and not r.archived
            join route_staff rs on rs.route_id = r.id where rs.user_id = ?""";

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

    /** A query of the ids of customers seen by shares and routes, which no index of {@code customer} knows. */
    public SqlFragment gathered(Account user) {
        SqlFragment ids = SqlFragment.of("select s.customer_id from customer_share s where ")
                .then(sharedWith(user, false));
        return user.seesRoutes()
                ? ids.then(SqlFragment.of(" union all select rc.customer_id " + OF_MY_ROUTES, user.id()))
                : ids;
    }

    /** All ways as one predicate. */
    public SqlFragment predicate(Account user) {
        return predicate(user, false);
    }

    /** Which of the customers that a user sees that user may also change, given the right to change any. */
    public SqlFragment editable(Account user) {
        return predicate(user, true);
    }

    private static SqlFragment predicate(Account user, boolean forChange) {
        if (user.scope() == RecordScope.ALL) {
            return SqlFragment.TRUE;
        }
        SqlFragment own = SqlFragment.of("c.owner_id = ? or c.creator_id = ?", user.id(), user.id());
        if (user.seesTeams() && !user.teams().isEmpty()) {
            own = own.then(SqlFragment.of(" or c.team_id = any(?)", user.teams()));
        }
        own = own.then(" or exists (select from customer_share s where s.customer_id = c.id and ")
                .then(sharedWith(user, forChange))
                .then(")");
        if (user.seesRoutes()) {
            own = own.then(
                    SqlFragment.of(" or exists (select " + OF_MY_ROUTES + " and rc.customer_id = c.id)", user.id()));
        }
        // Never null, as a customer may have neither owner nor team and this may stand under NOT.
        return SqlFragment.of("((").then(own).then(") is true)");
    }

    private static SqlFragment sharedWith(Account user, boolean forChange) {
        SqlFragment shared = user.teams().isEmpty()
                ? SqlFragment.of("s.user_id = ?", user.id())
                : SqlFragment.of("(s.user_id = ? or s.team_id = any(?))", user.id(), user.teams());
        return forChange ? shared.then(" and s.can_edit") : shared;
    }
}
