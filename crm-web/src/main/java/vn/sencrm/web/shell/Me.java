package vn.sencrm.web.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import vn.sencrm.identity.CurrentUser;

/** The signed-in user as the frame of the page shows them. */
@Named
@RequestScoped
public class Me {

    private final CurrentUser user;

    @Inject
    public Me(CurrentUser user) {
        this.user = user;
    }

    protected Me() {
        this(null);
    }

    public String getName() {
        return user.get().fullName();
    }

    public String getUsername() {
        return user.get().username();
    }
}
