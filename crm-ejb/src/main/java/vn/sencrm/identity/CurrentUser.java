package vn.sencrm.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import java.util.List;

/** The user behind this request, from a session or a token alike. */
@RequestScoped
public class CurrentUser {

    @Inject
    SecurityContext security;

    @Inject
    Accounts accounts;

    private Account account;
    private Long session;

    /** Told by the authentication, which has just read the account: it need not be read twice. */
    public void become(Account signedIn) {
        account = signedIn;
    }

    /** The same in a session of a browser. */
    public void become(Account signedIn, Long inSession) {
        become(signedIn);
        session = inSession;
    }

    /** The {@link SignInSession} of this request; null for a program with a token. */
    public Long session() {
        return session;
    }

    /** @throws IllegalStateException when nobody is signed in; services are annotated so that this cannot happen */
    public Account get() {
        if (account == null) {
            String name = security.getCallerPrincipal() == null
                    ? null
                    : security.getCallerPrincipal().getName();
            account = accounts.byUsername(name == null ? "" : name)
                    .orElseThrow(() -> new IllegalStateException("nobody is signed in"));
        }
        return account;
    }

    public long id() {
        return get().id();
    }

    /** The ids of the user's teams. */
    public List<Long> teams() {
        return get().teams();
    }
}
