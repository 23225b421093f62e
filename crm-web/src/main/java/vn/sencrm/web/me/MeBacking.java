package vn.sencrm.web.me;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import vn.sencrm.audit.Cause;
import vn.sencrm.identity.user.OwnAccountService;
import vn.sencrm.identity.user.Token;
import vn.sencrm.identity.user.User;
import vn.sencrm.identity.user.UserInput;
import vn.sencrm.web.shell.Notices;

/** The user's own data, tokens, and the way out everywhere. */
@Named
@RequestScoped
public class MeBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient OwnAccountService account;

    @Inject
    transient Notices notices;

    @Inject
    transient ExternalContext external;

    private int version;
    private String fullName;
    private String email;
    private String phone;
    private String language;
    private transient User user;

    public void open() {
        version = getUser().version();
        fullName = getUser().fullName();
        email = getUser().email();
        phone = getUser().phone();
        language = getUser().language();
    }

    /** The language holds at once, where the user sees it first: on this page. */
    public void save() throws IOException {
        account.change(version, new UserInput(null, fullName, email, phone, language, null), Cause.FORM);
        notices.success("me.message.saved");
        String chosen = language == null || language.isEmpty() ? "" : "?lang=" + language;
        external.redirect(external.getRequestContextPath() + "/me.xhtml" + chosen);
    }

    public void revoke(long token) throws IOException {
        account.revokeToken(token);
        notices.success("me.message.revoked");
        external.redirect(external.getRequestContextPath() + "/me.xhtml");
    }

    public void signOutEverywhere() throws IOException {
        account.signOutEverywhere(Cause.FORM);
        external.invalidateSession();
        external.redirect(external.getRequestContextPath() + "/login.xhtml?out=1");
    }

    public User getUser() {
        if (user == null) {
            user = account.get();
        }
        return user;
    }

    public List<Token> getTokens() {
        return account.tokens();
    }

    public int getVersion() {
        return version;
    }

    public void setVersion(int version) {
        this.version = version;
    }

    public String getFullName() {
        return fullName;
    }

    public void setFullName(String fullName) {
        this.fullName = fullName;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getPhone() {
        return phone;
    }

    public void setPhone(String phone) {
        this.phone = phone;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }
}
