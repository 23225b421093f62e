package vn.sencrm.web.merge;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import vn.sencrm.bulk.BulkRun;
import vn.sencrm.bulk.BulkSelection;
import vn.sencrm.bulk.BulkService;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.merge.GroupMember;
import vn.sencrm.merge.GroupRule;
import vn.sencrm.merge.MergeService;

/** Merging a whole group of duplicates (MRG-7): who becomes whom by a rule, then a bulk action that does it. */
@Named
@RequestScoped
public class GroupMergeBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient MergeService merges;

    @Inject
    transient BulkService bulk;

    @Inject
    transient ExternalContext external;

    private transient List<GroupMember> members;

    /** Reads the group, so that a page of none is answered 404 before anything is shown. */
    public void open() {
        if (getMembers().isEmpty()) {
            throw new NotFoundException("group", parameter("group"));
        }
    }

    public List<GroupMember> getMembers() {
        if (members == null) {
            members = merges.proposeGroup(getGroup(), getRule());
        }
        return members;
    }

    public long getGroup() {
        String text = parameter("group");
        if (!text.matches("\\d{1,18}")) {
            throw new NotFoundException("group", text);
        }
        return Long.parseLong(text);
    }

    public GroupRule getRule() {
        return parameter("rule").equals(GroupRule.MOST_COMPLETE.name()) ? GroupRule.MOST_COMPLETE : GroupRule.OLDEST;
    }

    public GroupRule[] getRules() {
        return GroupRule.values();
    }

    /** How many would become part of another. */
    public long getSlaves() {
        return getMembers().stream()
                .filter(member -> member.role() == GroupMember.Role.SLAVE)
                .count();
    }

    /** Puts those that were shown to work and shows how far it is. */
    public void merge() throws IOException {
        List<Long> ids = getMembers().stream()
                .filter(member -> member.role() != GroupMember.Role.LEFT)
                .map(GroupMember::id)
                .toList();
        BulkRun run = bulk.start(
                "merge",
                Json.createObjectBuilder().add("rule", getRule().name()).build(),
                BulkSelection.of(ids),
                (long) ids.size());
        external.redirect(external.getRequestContextPath() + "/bulk/run.xhtml?id=" + run.id());
    }

    private String parameter(String name) {
        return external.getRequestParameterMap().getOrDefault(name, "");
    }
}
