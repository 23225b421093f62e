package vn.sencrm.web.duplicate;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;
import vn.sencrm.audit.Cause;
import vn.sencrm.customer.CustomerStage;
import vn.sencrm.duplicate.DuplicateGroup;
import vn.sencrm.duplicate.DuplicateQueries;
import vn.sencrm.duplicate.DuplicateService;
import vn.sencrm.web.shell.Notices;
import vn.sencrm.web.shell.PageRequest;
import vn.sencrm.web.shell.Texts;

/** What a customer's page says of its duplicates (CUS-20). */
@Named
@RequestScoped
public class DuplicateNoticeBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int MOST = 5;

    @Inject
    transient DuplicateQueries queries;

    @Inject
    transient DuplicateService duplicates;

    @Inject
    transient PageRequest request;

    @Inject
    transient DuplicateWords words;

    @Inject
    transient Texts texts;

    @Inject
    transient Notices notices;

    private transient DuplicateQueries.Notice notice;

    private transient List<DuplicateQueries.Different> different;

    private DuplicateQueries.Notice notice() {
        if (notice == null) {
            notice = queries.of(request.number("id"), MOST);
        }
        return notice;
    }

    public boolean isThere() {
        return notice().count() > 0;
    }

    public List<DuplicateGroup.Member> getMembers() {
        return notice().strongest();
    }

    /** How many there are, and the strongest reason. */
    public String getSentence() {
        return texts.message(
                "duplicate_notice.sentence",
                notice().count(),
                words.strongest(getMembers().stream()
                        .flatMap(member -> member.reasons().stream())
                        .sorted()
                        .collect(Collectors.toList())));
    }

    /** How many are not shown; 0 for none. */
    public int getFurther() {
        return notice().count() - getMembers().size();
    }

    public boolean isMergeable(DuplicateGroup.Member member, CustomerStage stage) {
        return member.isVisible() && member.stage() == stage;
    }

    /** Says that another customer is not this one. */
    public void different() {
        duplicates.markDifferent(request.number("id"), request.number("other"), Cause.FORM);
        notices.success("duplicate_list.message.info.different");
        lookAgain();
    }

    /** Those that somebody has called different from this customer. */
    public List<DuplicateQueries.Different> getDifferent() {
        if (different == null) {
            different = queries.differentFrom(request.number("id"));
        }
        return different;
    }

    /** Takes back that another customer is not this one. */
    public void maybeSame() {
        duplicates.unmarkDifferent(request.number("id"), request.number("other"), Cause.FORM);
        notices.success("duplicate_notice.message.info.maybe_same");
        lookAgain();
    }

    private void lookAgain() {
        notice = null;
        different = null;
    }
}
