package vn.sencrm.web.signin;

import static jakarta.security.enterprise.AuthenticationStatus.SUCCESS;
import static jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters.withParams;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serializable;
import vn.sencrm.common.CrmException;
import vn.sencrm.identity.CurrentUser;
import vn.sencrm.identity.SignInSessions;

/** The sign-in page: a name, a password, and the page to go to afterwards. Signing out ends the session. */
@Named
@RequestScoped
public class LoginBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    /** The request attribute in which the mechanism leaves why it refused. */
    static final String REFUSAL = "crm.refusal";

    @Inject
    transient SecurityContext security;

    @Inject
    transient SignInSessions sessions;

    @Inject
    transient CurrentUser currentUser;

    @Inject
    transient ExternalContext external;

    private String username;
    private String password;
    private String next;

    public void signIn() throws IOException {
        HttpServletRequest request = (HttpServletRequest) external.getRequest();
        AuthenticationStatus status = security.authenticate(
                request,
                (HttpServletResponse) external.getResponse(),
                withParams()
                        .credential(new UsernamePasswordCredential(
                                username == null ? "" : username, password == null ? "" : password)));
        if (status == SUCCESS) {
            external.redirect(external.getRequestContextPath() + ReturnPath.safe(next));
        } else if (request.getAttribute(REFUSAL) instanceof CrmException refusal) {
            throw refusal;
        }
    }

    public void signOut() throws IOException {
        if (currentUser.session() != null) {
            sessions.end(currentUser.id(), currentUser.session());
        }
        external.invalidateSession();
        external.redirect(external.getRequestContextPath() + PublicPaths.LOGIN + "?out=1");
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username;
    }

    public String getPassword() {
        return null;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getNext() {
        return next;
    }

    public void setNext(String next) {
        this.next = next;
    }
}
