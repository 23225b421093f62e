package vn.sencrm.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import vn.sencrm.common.SqlFragment;

/**
 * The one place that says which customers a user sees (SEC-2). The alias of {@code customer} is {@code c}. Branches do
 * not overlap, so that a list may read each by its own index and merge them without repeats.
 */
@ApplicationScoped
public class RecordAccessSql {

    /** One predicate for each way in which the user may come to see a customer. */
    public List<SqlFragment> branches(Account user) {
        return user.scope() == RecordScope.ALL ? List.of(SqlFragment.TRUE) : ownBranches(user.id());
    }

    /** All branches as one predicate. */
    public SqlFragment predicate(Account user) {
        return branches(user).stream().reduce(SqlFragment::or).orElse(SqlFragment.FALSE);
    }

    /** Which of the customers that a user sees that user may also change, given the right to change any. */
    public SqlFragment editable(Account user) {
        return predicate(user);
    }

    private static List<SqlFragment> ownBranches(long userId) {
        return List.of(
                SqlFragment.of("c.owner_id = ?", userId),
                SqlFragment.of("(c.creator_id = ? and c.owner_id is distinct from c.creator_id)", userId));
    }
}
