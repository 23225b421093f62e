package vn.sencrm.web.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import vn.sencrm.identity.Account;
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

    /** Where the user's picture is, inside the application; empty for none. */
    public String getPicture() {
        Account account = user.get();
        return account.pictureAt() == null
                ? ""
                : "/picture?user=" + account.id() + "&at=" + account.pictureAt().toEpochMilli();
    }

    public String getUsername() {
        return user.get().username();
    }
}
