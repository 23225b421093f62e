package vn.sencrm.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import vn.sencrm.customer.CustomerFollowing;
import vn.sencrm.web.shell.Notices;

/** Follows a customer from the menu of its row, or no longer (FOL-1); which one, and which of both, is in the request. */
@Named
@RequestScoped
public class CustomerFollowBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient CustomerFollowing following;

    @Inject
    transient Notices notices;

    @Inject
    transient ExternalContext external;

    private boolean done;

    /** Does what the row's menu said: asked twice, it is so once. */
    public void follow() {
        long id = RecordIds.parse(getId());
        if (isWanted()) {
            following.follow(id);
        } else {
            following.unfollow(id);
        }
        done = true;
        notices.success(isWanted() ? "customer_list.message.info.followed" : "customer_list.message.info.unfollowed");
    }

    /** Whether the answer tells of something that was done. */
    public boolean isDone() {
        return done;
    }

    public String getId() {
        return external.getRequestParameterMap().get("followId");
    }

    public boolean isWanted() {
        return Boolean.parseBoolean(external.getRequestParameterMap().get("followWanted"));
    }
}
