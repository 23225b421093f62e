package vn.sencrm.duplicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;

/** Keeps the groups of customers whose pairs came or went. One at a time: two would tear a group apart. */
@ApplicationScoped
class GroupKeeper {

    @Inject
    GroupSql sql;

    /** Works out anew the groups that these customers were in or come into. */
    void regroup(Collection<Long> touched) {
        sql.lock();
        Collection<Long> affected = sql.withTheirGroups(touched);
        PairGroups groups = new PairGroups();
        sql.pairsOf(affected, groups);
        sql.write(affected, groups);
    }
}
