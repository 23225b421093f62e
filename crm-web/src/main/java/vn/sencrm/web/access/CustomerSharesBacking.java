package vn.sencrm.web.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.model.SelectItem;
import jakarta.faces.model.SelectItemGroup;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import vn.sencrm.audit.Cause;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.customer.share.CustomerShare;
import vn.sencrm.customer.share.CustomerSharing;
import vn.sencrm.customer.share.ShareTarget;
import vn.sencrm.web.shell.Notices;
import vn.sencrm.web.shell.Texts;

/** The card of shares on the detail page, and its dialog. */
@Named
@RequestScoped
public class CustomerSharesBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient CustomerSharing sharing;

    @Inject
    transient CustomerAccessBacking access;

    @Inject
    transient Texts texts;

    @Inject
    transient Notices notices;

    @Inject
    transient ExternalContext external;

    /** Kind and name, as {@code USER:lan}. */
    private String target = "";

    private boolean canEdit;
    private transient List<CustomerShare> shares;

    public long getCustomer() {
        return access.id();
    }

    public List<CustomerShare> getShares() {
        if (shares == null) {
            shares = sharing.of(access.id());
        }
        return shares;
    }

    /** Users and teams, each group under its heading. */
    public List<SelectItem> getTargets() {
        List<ShareTarget> all = sharing.targets();
        List<SelectItem> groups = new ArrayList<>();
        for (ShareTarget.Kind kind : ShareTarget.Kind.values()) {
            SelectItem[] items = all.stream()
                    .filter(one -> one.kind() == kind)
                    .map(one -> new SelectItem(kind + ":" + one.code(), one.name()))
                    .toArray(SelectItem[]::new);
            if (items.length > 0) {
                groups.add(new SelectItemGroup(texts.message("access.share.group." + kind), null, false, items));
            }
        }
        return groups;
    }

    public void share() throws IOException {
        int colon = target == null ? -1 : target.indexOf(':');
        if (colon < 0) {
            throw new InvalidInputException(List.of(new FieldProblem("user", "SHARE_WITH_ONE")));
        }
        ShareTarget.Kind kind = ShareTarget.Kind.valueOf(target.substring(0, colon));
        CustomerShare made = sharing.share(access.id(), kind, target.substring(colon + 1), canEdit, Cause.FORM);
        notices.success("access.share.done", made.name());
        showAgain();
    }

    public void unshare(long share) throws IOException {
        sharing.unshare(access.id(), share, Cause.FORM);
        notices.success("access.share.ended");
        showAgain();
    }

    private void showAgain() throws IOException {
        external.redirect(external.getRequestContextPath() + "/customer/detail.xhtml?id=" + access.id());
    }

    public String getTarget() {
        return target;
    }

    public void setTarget(String target) {
        this.target = target;
    }

    public boolean isCanEdit() {
        return canEdit;
    }

    public void setCanEdit(boolean canEdit) {
        this.canEdit = canEdit;
    }
}
