package vn.sencrm.merge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.sencrm.customer.CustomerStage;

/** Who of a group becomes whom: of each stage one stays and takes the others in. */
final class GroupMerge {

    private GroupMerge() {}

    /** The members with their roles, those of one stage together, its master first. */
    static List<GroupMember> plan(List<GroupMember> members, GroupRule rule) {
        Map<CustomerStage, List<GroupMember>> byStage = new TreeMap<>();
        List<GroupMember> planned = new ArrayList<>();
        List<GroupMember> left = new ArrayList<>();
        for (GroupMember member : members) {
            if (member.changeable()) {
                byStage.computeIfAbsent(member.stage(), stage -> new ArrayList<>())
                        .add(member);
            } else {
                left.add(member.as(GroupMember.Role.LEFT));
            }
        }
        byStage.values().forEach(same -> planned.addAll(ofOneStage(same, rule)));
        planned.addAll(left);
        return planned;
    }

    private static List<GroupMember> ofOneStage(List<GroupMember> same, GroupRule rule) {
        if (same.size() == 1) {
            return List.of(same.get(0).as(GroupMember.Role.LEFT));
        }
        List<GroupMember> ordered = new ArrayList<>(same);
        ordered.sort(order(rule));
        List<GroupMember> planned = new ArrayList<>();
        for (GroupMember member : ordered) {
            planned.add(member.as(planned.isEmpty() ? GroupMember.Role.MASTER : GroupMember.Role.SLAVE));
        }
        return planned;
    }

    private static Comparator<GroupMember> order(GroupRule rule) {
        Comparator<GroupMember> oldest =
                Comparator.comparing(GroupMember::createdAt).thenComparing(GroupMember::id);
        return rule == GroupRule.OLDEST
                ? oldest
                : Comparator.comparing(GroupMember::filled).reversed().thenComparing(oldest);
    }
}
