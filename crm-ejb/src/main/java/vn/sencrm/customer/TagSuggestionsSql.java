package vn.sencrm.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.common.TextFold;

/** Reads tags by a part of their name; a small table, read whole. */
@ApplicationScoped
class TagSuggestionsSql {

    @Inject
    Database database;

    List<CustomerView.TagRef> matching(String fold, long userId, int limit) {
        String pattern = TextFold.likePattern(fold);
        return database.list(
                SqlFragment.of(
                        """
                        select name, owner_id is null shared from tag
                        where (owner_id is null or owner_id = ?) and name_fold like ?
                        order by name_fold like ? desc, name_fold, owner_id nulls last limit ?
                        """,
                        userId,
                        "%" + pattern + "%",
                        pattern + "%",
                        limit),
                row -> new CustomerView.TagRef(row.getString("name"), row.getBoolean("shared")));
    }
}
