package vn.sencrm.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;

/** Following and no longer following. */
@ApplicationScoped
class FollowActions {

    @Inject
    BulkFollowSql sql;

    @Produces
    BulkAction follow() {
        return new FollowAction(true, sql);
    }

    @Produces
    BulkAction unfollow() {
        return new FollowAction(false, sql);
    }
}
