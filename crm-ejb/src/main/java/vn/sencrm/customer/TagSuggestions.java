package vn.sencrm.customer;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import vn.sencrm.common.TextFold;
import vn.sencrm.identity.CurrentUser;
import vn.sencrm.identity.Right;

/** Tags that one may mean while typing: the shared ones and the caller's own. */
@Stateless
@RolesAllowed(Right.CUSTOMER_VIEW)
public class TagSuggestions {

    private static final int MOST = 8;

    @Inject
    TagSuggestionsSql sql;

    @Inject
    CurrentUser currentUser;

    /** Those whose name contains what was typed, without regard to case and diacritics; beginnings first. */
    public List<CustomerView.TagRef> matching(String typed) {
        String fold = TextFold.fold(TextFold.clean(typed == null ? "" : typed));
        return fold.isEmpty() || fold.length() > CustomerField.TAGS.limit()
                ? List.of()
                : sql.matching(fold, currentUser.id(), MOST);
    }
}
