package vn.sencrm.group;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import vn.sencrm.bulk.BulkAction;

/** Putting many customers into a group, and taking them out. */
@ApplicationScoped
class GroupActions {

    @Inject
    GroupSql groups;

    @Inject
    GroupBulkSql sql;

    @Produces
    BulkAction group() {
        return new GroupAction(true, groups, sql);
    }

    @Produces
    BulkAction ungroup() {
        return new GroupAction(false, groups, sql);
    }
}
