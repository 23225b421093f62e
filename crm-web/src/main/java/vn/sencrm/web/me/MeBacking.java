package vn.sencrm.web.me;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.List;
import vn.sencrm.audit.Cause;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.customer.opened.OpenedCustomer;
import vn.sencrm.customer.opened.OpenedCustomers;
import vn.sencrm.identity.Right;
import vn.sencrm.identity.SignInSession;
import vn.sencrm.identity.user.OwnAccountService;
import vn.sencrm.identity.user.Token;
import vn.sencrm.identity.user.User;
import vn.sencrm.identity.user.UserPicture;
import vn.sencrm.identity.user.UserPictures;
import vn.sencrm.notification.Notifications;
import vn.sencrm.web.shell.Notices;
import vn.sencrm.web.shell.Texts;
import vn.sencrm.web.user.UserForm;

/** The user's own data, tokens, and the way out everywhere. */
@Named
@RequestScoped
public class MeBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int OPENED = 10;

    @Inject
    transient OwnAccountService account;

    @Inject
    transient UserPictures pictures;

    @Inject
    transient Notifications notifications;

    @Inject
    transient OpenedCustomers opened;

    @Inject
    transient Texts texts;

    @Inject
    transient Notices notices;

    @Inject
    transient ExternalContext external;

    private final UserForm form = new UserForm();
    private String signature;
    private List<String> wanted;
    private transient Part picture;
    private transient User user;

    public void open() {
        form.read(getUser());
        signature = getUser().signature();
    }

    /** The language holds at once, where the user sees it first: on this page. */
    public void save() throws IOException {
        account.change(form.getVersion(), form.input(), signature, Cause.FORM);
        String language = form.getLanguage();
        String chosen = language == null || language.isEmpty() ? "" : "?lang=" + language;
        stay("me.message.saved", chosen);
    }

    public void savePicture() throws IOException {
        if (picture == null || picture.getSize() == 0) {
            throw new InvalidInputException(List.of(new FieldProblem("picture", "REQUIRED")));
        }
        try (InputStream in = picture.getInputStream()) {
            pictures.put(in);
        }
        stay("me.message.picture", "");
    }

    public void removePicture() throws IOException {
        pictures.remove();
        stay("me.message.picture.removed", "");
    }

    public void saveNotifications() throws IOException {
        notifications.want(wanted == null ? List.of() : wanted);
        stay("me.message.notifications", "");
    }

    public void revoke(long token) throws IOException {
        account.revokeToken(token);
        stay("me.message.revoked", "");
    }

    public void endSession(long session) throws IOException {
        account.endSession(session);
        stay("me.message.session_ended", "");
    }

    private void stay(String news, String query) throws IOException {
        notices.success(news);
        external.redirect(external.getRequestContextPath() + "/me.xhtml" + query);
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

    public List<SignInSession> getSessions() {
        return account.sessions();
    }

    /** Whether it is the session in which this page is shown. */
    public boolean isThis(SignInSession session) {
        return Long.valueOf(session.id()).equals(account.session());
    }

    /** "Chrome, Windows": a browser as its user knows it. */
    public String browser(SignInSession session) {
        return BrowserName.of(session.agent()).orElseGet(() -> texts.message("me.session.unknown"));
    }

    /** Nothing for who may not see customers. */
    public List<OpenedCustomer> getOpened() {
        return external.isUserInRole(Right.CUSTOMER_VIEW) ? opened.last(OPENED) : List.of();
    }

    public List<String> getKinds() {
        return notifications.kinds();
    }

    public int getMaxKilobytes() {
        return UserPicture.MAX_BYTES >> 10;
    }

    public UserForm getForm() {
        return form;
    }

    public String getSignature() {
        return signature;
    }

    public void setSignature(String signature) {
        this.signature = signature;
    }

    public List<String> getWanted() {
        return wanted == null ? notifications.wanted() : wanted;
    }

    public void setWanted(List<String> wanted) {
        this.wanted = wanted;
    }

    public Part getPicture() {
        return null;
    }

    public void setPicture(Part picture) {
        this.picture = picture;
    }
}
