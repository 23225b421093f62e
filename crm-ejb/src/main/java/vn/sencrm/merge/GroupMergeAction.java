package vn.sencrm.merge;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.sencrm.bulk.BulkAction;
import vn.sencrm.bulk.BulkArguments;
import vn.sencrm.bulk.BulkStep;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.customer.CustomerState;
import vn.sencrm.identity.Account;
import vn.sencrm.identity.CurrentUser;
import vn.sencrm.identity.Right;

/**
 * Merges duplicates by one rule, {@code {"rule": "OLDEST" | "MOST_COMPLETE"}} (MRG-7): of those selected, the ones of a
 * group and a stage become one; whoever is in no group is refused, so that nobody is merged with a stranger. Few customers
 * make a group, so this goes merge by merge.
 */
@ApplicationScoped
public class GroupMergeAction implements BulkAction {

    private static final String RULE = "rule";

    @Inject
    GroupMergeSql sql;

    @Inject
    MergeSql merges;

    @Inject
    MergeWork work;

    @Inject
    MergeUndoing undoing;

    @Inject
    CurrentUser currentUser;

    @Override
    public String name() {
        return "merge";
    }

    @Override
    public String right() {
        return Right.CUSTOMER_MERGE;
    }

    @Override
    public JsonObject parameters(JsonObject args, Account user) {
        String text = new BulkArguments(args, Set.of(RULE)).text(RULE);
        String rule = text == null ? GroupRule.OLDEST.name() : text;
        if (Arrays.stream(GroupRule.values()).noneMatch(known -> known.name().equals(rule))) {
            throw BulkArguments.bad(RULE, "UNKNOWN_OPTION", rule);
        }
        return JSON.createObjectBuilder().add(RULE, rule).build();
    }

    @Override
    public CustomerState worksOn(boolean undoing) {
        return undoing ? CustomerState.MERGED : CustomerState.ACTIVE;
    }

    @Override
    public String auditAction(boolean undoing) {
        return undoing ? "UNMERGE" : "MERGE";
    }

    @Override
    @ActivateRequestContext
    public void apply(BulkStep step) {
        currentUser.become(step.user());
        GroupRule rule = GroupRule.valueOf(step.parameters().getString(RULE));
        sql.refuseThoseInNoGroup(step);
        for (List<GroupMember> group : sql.members(step).values()) {
            merge(step, GroupMerge.plan(group, rule));
        }
    }

    /** Master by master; whoever nobody takes in is told so. */
    private void merge(BulkStep step, List<GroupMember> planned) {
        GroupMember master = null;
        List<GroupMember> slaves = new ArrayList<>();
        List<Long> left = new ArrayList<>();
        for (GroupMember member : planned) {
            switch (member.role()) {
                case MASTER -> {
                    merge(step, master, slaves);
                    master = member;
                    slaves = new ArrayList<>();
                }
                case SLAVE -> slaves.add(member);
                case LEFT -> left.add(member.id());
            }
        }
        merge(step, master, slaves);
        sql.refuse(step, left, "DIFFERENT_STAGE");
    }

    private void merge(BulkStep step, GroupMember master, List<GroupMember> slaves) {
        if (master == null) {
            return;
        }
        int version = master.version();
        int most = MergeWork.MOST - 1;
        for (int from = 0; from < slaves.size(); from += most) {
            List<GroupMember> some = slaves.subList(from, Math.min(from + most, slaves.size()));
            List<Long> ids = some.stream().map(GroupMember::id).toList();
            try {
                long merge = work.merge(request(master.id(), version, some), step.runId());
                version = merges.version(merge);
                sql.tell(step, ids, "ACTIVE", "MERGED");
            } catch (InvalidInputException tooLong) {
                sql.refuse(step, ids, "TOO_MANY_VALUES");
            }
        }
    }

    private static MergeRequest request(long master, int version, List<GroupMember> slaves) {
        Map<Long, Integer> versions = new HashMap<>();
        versions.put(master, version);
        slaves.forEach(slave -> versions.put(slave.id(), slave.version()));
        return new MergeRequest(
                MergeMode.MERGE, master, slaves.stream().map(GroupMember::id).toList(), versions, Map.of());
    }

    /** A merge is taken back as a whole: whoever it took in is in the same step or was taken back by another. */
    @Override
    @ActivateRequestContext
    public void undo(BulkStep step) {
        currentUser.become(step.user());
        for (GroupMergeSql.Done done : sql.toUndo(step)) {
            List<Long> slaves = merges.slaveIds(done.merge());
            if (!done.changeable()) {
                sql.refuse(step, slaves, "NO_RIGHT");
                continue;
            }
            try {
                undoing.undo(done.merge(), Set.of());
                sql.tell(step, slaves, "MERGED", "ACTIVE");
            } catch (MergeRefusedException refused) {
                sql.refuse(step, slaves, refused.code());
            }
        }
    }
}
