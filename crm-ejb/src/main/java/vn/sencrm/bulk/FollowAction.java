package vn.sencrm.bulk;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Set;
import vn.sencrm.identity.Account;
import vn.sencrm.identity.Right;

/** Follows customers, or no longer (FOL-1): the user's own mark, no change of the record. */
class FollowAction implements BulkAction {

    private final boolean follow;
    private final BulkFollowSql sql;

    FollowAction(boolean follow, BulkFollowSql sql) {
        this.follow = follow;
        this.sql = sql;
    }

    @Override
    public String name() {
        return follow ? "follow" : "unfollow";
    }

    @Override
    public String right() {
        return Right.CUSTOMER_VIEW;
    }

    @Override
    public boolean isChange() {
        return false;
    }

    @Override
    public JsonObject parameters(JsonObject args, Account user) {
        new BulkArguments(args, Set.of());
        return JsonValue.EMPTY_JSON_OBJECT;
    }

    @Override
    public void apply(BulkStep step) {
        if (follow) {
            sql.follow(step);
        } else {
            sql.unfollow(step);
        }
    }

    @Override
    public void undo(BulkStep step) {
        if (follow) {
            sql.unfollow(step);
        } else {
            sql.follow(step);
        }
    }
}
