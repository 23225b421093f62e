package vn.sencrm.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.sencrm.common.Page;
import vn.sencrm.group.CustomerGroup;
import vn.sencrm.group.GroupQueries;
import vn.sencrm.identity.Right;

/** Groups of customers; their members are exported as customers. */
@ApplicationScoped
class GroupList implements ShortList {

    private static final int PAGE = 200;

    @Inject
    GroupQueries groups;

    @Override
    public String name() {
        return "customer-groups";
    }

    @Override
    public String right() {
        return Right.CUSTOMER_VIEW;
    }

    @Override
    public List<ExportColumn> columns(ListWords words) {
        return List.of(
                new ExportColumn("name", words.message("group.name")),
                new ExportColumn("description", words.message("group.description")),
                new ExportColumn("members", words.message("group.members")),
                new ExportColumn("createdBy", words.message("group.created_by")));
    }

    @Override
    public List<String[]> rows(Map<String, String> asked, ListWords words) {
        List<String[]> rows = new ArrayList<>();
        String after = null;
        do {
            Page<CustomerGroup> page = groups.page("", "", after, PAGE);
            page.items().forEach(group -> rows.add(cells(group)));
            after = page.next();
        } while (after != null);
        return rows;
    }

    /** Of a dynamic group nobody can say how many are in it but who looks. */
    private static String[] cells(CustomerGroup group) {
        String members = group.isDynamic() ? "" : group.members() + (group.counted() ? "" : "+");
        return new String[] {group.name(), group.description(), members, group.createdBy()};
    }
}
