package vn.sencrm.merge;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.customer.StaleCustomerException;
import vn.sencrm.identity.CurrentUser;
import vn.sencrm.identity.Right;

/**
 * Merges customers and takes merges back. Each call is one transaction: everything that referred to the slaves refers to
 * the master, or nothing has changed. A merge sends no message and fires nothing.
 */
@Stateless
@RolesAllowed(Right.CUSTOMER_MERGE)
public class MergeService {

    @Inject
    MergeWork work;

    @Inject
    MergeUndoing undoing;

    @Inject
    MergeSql sql;

    @Inject
    GroupMergeSql groups;

    @Inject
    CurrentUser currentUser;

    /**
     * What would become of two customers, without changing anything.
     *
     * @param choose by the name of a field, the customer whose value the result is to have
     * @throws MergeRefusedException SELF, DIFFERENT_STAGE
     */
    public MergeProposal propose(long masterId, long slaveId, Map<String, Long> choose) {
        return work.propose(masterId, slaveId, choose);
    }

    /**
     * Makes the slaves aliases of the master, each as the request's mode says:
     *
     * <ul>
     *   <li>MERGE: the master takes their values over by the rule or as chosen (MRG-1 to MRG-4);
     *   <li>OVERWRITE: a customer that came in by chat wins over an existing one (MRG-6), which keeps its code, stage and
     *       owner, takes over every value that the other has, and whose lists begin with the other's; stages may differ;
     *   <li>LINK: a raw customer that has nothing to it but its name and keys becomes an alias of an existing one, which is
     *       not changed (LNK-1). Undoing it is to unlink.
     * </ul>
     *
     * @throws NotFoundException when one of them is not there or the caller may not see it
     * @throws vn.sencrm.customer.ViewOnlyException when the caller may see but not change one of them
     * @throws StaleCustomerException when one was changed since the caller looked at it
     * @throws MergeRefusedException SELF, TOO_MANY, DIFFERENT_STAGE, LINK_NOT_BARE
     * @throws InvalidInputException naming lists that would become too long, and choices that are none
     */
    public Merge merge(MergeRequest request) {
        return get(work.merge(request, null));
    }

    /**
     * What undoing a merge would leave: fields changed since, rows that cannot be put back.
     *
     * @throws MergeRefusedException as for {@link #undo}
     */
    public MergeUndo previewUndo(long id) {
        get(id);
        return undoing.look(id, Set.of());
    }

    /**
     * Makes of the master and its aliases what they were (MRG-5); what was changed since stays.
     *
     * @param restore names of fields changed since that become what they were all the same
     * @throws NotFoundException when there is no such merge or the caller may not see its master
     * @throws MergeRefusedException MERGE_UNDONE, UNDO_EXPIRED, or MERGE_MASTER_GONE when a later merge or deletion has
     *     to be taken back first
     */
    public MergeUndo undo(long id, Set<String> restore) {
        get(id);
        return undoing.undo(id, restore);
    }

    /** Who of a group of duplicates would become whom by a rule; only those that the caller sees. */
    public List<GroupMember> proposeGroup(long group, GroupRule rule) {
        return GroupMerge.plan(groups.members(group, currentUser.get()), rule);
    }

    /** @throws NotFoundException when there is none or the caller may not see its master */
    public Merge get(long id) {
        return sql.find(id, currentUser.get()).orElseThrow(() -> new NotFoundException("merge", id));
    }

    /** The merges into a customer that the caller may see, newest first. */
    public List<Merge> of(long masterId, int limit) {
        return sql.ofMaster(masterId, currentUser.get(), limit);
    }
}
