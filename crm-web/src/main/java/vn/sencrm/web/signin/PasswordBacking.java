package vn.sencrm.web.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.Serializable;
import vn.sencrm.identity.Account;
import vn.sencrm.identity.CurrentUser;
import vn.sencrm.identity.PasswordService;
import vn.sencrm.identity.SignInSessions;

/** Change of one's own password, which the first sign-in with a made-up password forces. */
@Named
@RequestScoped
public class PasswordBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient PasswordService passwords;

    @Inject
    transient SignInSessions sessions;

    @Inject
    transient CurrentUser currentUser;

    @Inject
    transient ExternalContext external;

    private String current;
    private String fresh;
    private String repeated;

    public void change() throws IOException {
        Account account = passwords.change(text(current), text(fresh), text(repeated));
        HttpSession session = (HttpSession) external.getSession(false);
        SignedInSession.renewStamp(session, account);
        if (SignedInSession.id(session) != null) {
            sessions.renew(SignedInSession.id(session), account);
        }
        external.redirect(external.getRequestContextPath() + "/");
    }

    /** Whether nothing else can be opened before the password is changed. */
    public boolean isForced() {
        return currentUser.get().mustChangePassword();
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    public String getCurrent() {
        return null;
    }

    public void setCurrent(String current) {
        this.current = current;
    }

    public String getFresh() {
        return null;
    }

    public void setFresh(String fresh) {
        this.fresh = fresh;
    }

    public String getRepeated() {
        return null;
    }

    public void setRepeated(String repeated) {
        this.repeated = repeated;
    }
}
