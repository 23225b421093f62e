package vn.sencrm.web.duplicate;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import vn.sencrm.audit.Cause;
import vn.sencrm.common.CursorMismatchException;
import vn.sencrm.common.Page;
import vn.sencrm.duplicate.DuplicateGroup;
import vn.sencrm.duplicate.DuplicateQueries;
import vn.sencrm.duplicate.DuplicateService;
import vn.sencrm.web.shell.Formats;
import vn.sencrm.web.shell.Notices;
import vn.sencrm.web.shell.PageRequest;
import vn.sencrm.web.shell.Texts;

/** The tab of duplicates on the check page (CHK-1): groups with their reasons, the strongest first. */
@Named
@RequestScoped
public class DuplicateListBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int SIZE = 20;

    @Inject
    transient DuplicateQueries queries;

    @Inject
    transient DuplicateService duplicates;

    @Inject
    transient PageRequest request;

    @Inject
    transient Texts texts;

    @Inject
    transient Formats formats;

    @Inject
    transient Notices notices;

    private transient Page<DuplicateGroup> page;

    private Page<DuplicateGroup> page() {
        if (page == null) {
            try {
                page = queries.page(getAfter(), SIZE);
            } catch (CursorMismatchException strange) {
                page = queries.page(null, SIZE);
            }
        }
        return page;
    }

    public List<DuplicateGroup> getGroups() {
        return page().items();
    }

    /** Where the page begins, as the address or the form has it. */
    public String getAfter() {
        return request.text("after");
    }

    /** The member whom a row's merge keeps: the first that the user sees. */
    public DuplicateGroup.Member first(DuplicateGroup group) {
        return group.members().get(0);
    }

    /** Whether a member can be merged into the group's first: both are seen and of one stage. */
    public boolean isMergeable(DuplicateGroup group, DuplicateGroup.Member member) {
        DuplicateGroup.Member first = first(group);
        return member.isVisible() && member.id() != first.id() && member.stage() == first.stage();
    }

    /** Whether somebody is there, whom the user sees, for a member to be different from. */
    public boolean isDismissible(DuplicateGroup group, DuplicateGroup.Member member) {
        return member.isVisible()
                && group.pairs().stream().anyMatch(pair -> pair.one() == member.id() || pair.other() == member.id());
    }

    /** Says that a member is none of the others that the user sees in its group. */
    public void different() {
        long id = request.number("member");
        page().items().stream()
                .filter(group -> group.id() == request.number("group"))
                .flatMap(group -> group.pairs().stream())
                .filter(pair -> pair.one() == id || pair.other() == id)
                .forEach(pair -> duplicates.markDifferent(pair.one(), pair.other(), Cause.FORM));
        notices.success("duplicate_list.message.info.different");
        page = null;
    }

    public String getCount() {
        String number = formats.number(page().total());
        return page().totalIsExact()
                ? texts.message("duplicate_list.count", number)
                : texts.message("duplicate_list.count.more", number);
    }

    public String getRange() {
        return texts.message(
                page().totalIsExact() ? "customer_list.range" : "customer_list.range.more",
                formats.number(getGroups().size()),
                formats.number(page().total()));
    }

    public String getNext() {
        return page().next() == null
                ? null
                : "check.xhtml?tab=duplicates&after=" + URLEncoder.encode(page().next(), StandardCharsets.UTF_8);
    }

    /** Back to the beginning: pages go forward only. */
    public String getPrevious() {
        return getAfter().isEmpty() ? null : "check.xhtml?tab=duplicates";
    }
}
