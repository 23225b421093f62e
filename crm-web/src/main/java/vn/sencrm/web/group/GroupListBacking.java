package vn.sencrm.web.group;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import vn.sencrm.common.CursorMismatchException;
import vn.sencrm.common.Page;
import vn.sencrm.group.CustomerGroup;
import vn.sencrm.group.GroupQueries;
import vn.sencrm.identity.Right;
import vn.sencrm.web.shell.Formats;
import vn.sencrm.web.shell.Texts;

/** The groups, searched by name and description (GRP-1). What is searched stands in the address. */
@Named
@RequestScoped
public class GroupListBacking implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int SIZE = 50;

    @Inject
    transient GroupQueries queries;

    @Inject
    transient Texts texts;

    @Inject
    transient Formats formats;

    @Inject
    transient ExternalContext external;

    private transient Page<CustomerGroup> page;

    public Page<CustomerGroup> getPage() {
        if (page == null) {
            page = read(parameter("after"));
        }
        return page;
    }

    private Page<CustomerGroup> read(String after) {
        try {
            return queries.page(getName(), getDescription(), after, SIZE);
        } catch (CursorMismatchException strange) {
            return queries.page(getName(), getDescription(), null, SIZE);
        }
    }

    public String getCount() {
        return texts.message("group_list.count", formats.number(getPage().total()));
    }

    /** "12.480", "hơn 10.000", or that a filter says it. */
    public String members(CustomerGroup group) {
        if (group.isDynamic()) {
            return texts.message("group.dynamic");
        }
        String number = formats.number(group.members());
        return group.counted() ? number : texts.message("group.members.more", number);
    }

    /** The list of the customers in a group, where there is all that lists have. */
    public String membersAddress(CustomerGroup group) {
        return external.getRequestContextPath() + "/customer/list.xhtml?saved=none&filter="
                + encoded(GroupQueries.members(group).toJson());
    }

    public boolean isKeeper() {
        return external.isUserInRole(Right.GROUP_MANAGE);
    }

    public boolean isNarrowed() {
        return !getName().isBlank() || !getDescription().isBlank();
    }

    public String getNext() {
        String next = getPage().next();
        return next == null
                ? ""
                : "list.xhtml?name=" + encoded(getName()) + "&description=" + encoded(getDescription()) + "&after="
                        + encoded(next);
    }

    /** From any page but the first one goes back to the first. */
    public String getPrevious() {
        return parameter("after").isBlank()
                ? ""
                : "list.xhtml?name=" + encoded(getName()) + "&description=" + encoded(getDescription());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    public String getName() {
        return parameter("name");
    }

    public String getDescription() {
        return parameter("description");
    }

    private String parameter(String name) {
        return external.getRequestParameterMap().getOrDefault(name, "");
    }
}
