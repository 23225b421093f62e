package vn.sencrm.merge;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.customer.CustomerAliases;
import vn.sencrm.customer.CustomerSnapshot;
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
    LinkSql links;

    @Inject
    CustomerAliases customers;

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
     * Makes the slaves aliases of the master, which takes their values over by the rule or as chosen (MRG-1 to MRG-4).
     *
     * @throws NotFoundException when one of them is not there or the caller may not see it
     * @throws vn.sencrm.customer.ViewOnlyException when the caller may see but not change one of them
     * @throws StaleCustomerException when one was changed since the caller looked at it
     * @throws MergeRefusedException SELF, TOO_MANY, DIFFERENT_STAGE
     * @throws InvalidInputException naming lists that would become too long, and choices that are none
     */
    public Merge merge(MergeRequest request) {
        return get(work.merge(MergeMode.MERGE, request, null));
    }

    /**
     * Lets a customer that came in by chat win over an existing one (MRG-6): the existing one keeps its code, stage and
     * owner, takes over every value that the other has, and lists begin with the other's. Stages may differ.
     *
     * @throws StaleCustomerException when one was changed since the caller looked at it
     */
    public Merge overwrite(long existingId, int existingVersion, long incomingId, int incomingVersion) {
        return get(work.merge(
                MergeMode.OVERWRITE,
                new MergeRequest(
                        existingId,
                        List.of(incomingId),
                        Map.of(existingId, existingVersion, incomingId, incomingVersion),
                        Map.of()),
                null));
    }

    /**
     * Makes a raw customer that has nothing to it but its name and keys an alias of an existing one, which is not
     * changed (LNK-1). Undoing it is to unlink.
     *
     * @throws MergeRefusedException LINK_NOT_BARE when somebody has worked with the raw customer
     */
    public Merge link(long existingId, long rawId) {
        CustomerSnapshot existing = customers.look(existingId);
        CustomerSnapshot raw = customers.look(rawId);
        MergeWork.refuseUnlessRaw(raw);
        if (links.isUsed(rawId)) {
            throw new MergeRefusedException(MergeRefusedException.NOT_BARE, raw.name());
        }
        return get(work.merge(
                MergeMode.LINK,
                new MergeRequest(
                        existingId,
                        List.of(rawId),
                        Map.of(existingId, existing.version(), rawId, raw.version()),
                        Map.of()),
                null));
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

    /** @throws NotFoundException when there is none or the caller may not see its master */
    public Merge get(long id) {
        return sql.find(id, currentUser.get()).orElseThrow(() -> new NotFoundException("merge", id));
    }

    /** The merges into a customer that the caller may see, newest first. */
    public List<Merge> of(long masterId, int limit) {
        return sql.ofMaster(masterId, currentUser.get(), limit);
    }
}
