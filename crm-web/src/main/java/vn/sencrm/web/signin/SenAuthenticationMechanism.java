package vn.sencrm.web.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import vn.sencrm.audit.ChangeOrigin;
import vn.sencrm.common.CrmException;
import vn.sencrm.identity.Account;
import vn.sencrm.identity.Accounts;
import vn.sencrm.identity.CurrentUser;
import vn.sencrm.identity.IdentityConfig;
import vn.sencrm.identity.SignInService;
import vn.sencrm.identity.SignInSessions;
import vn.sencrm.web.shell.ReturnAddress;
import vn.sencrm.web.system.RequestWatch;

/**
 * The one mechanism of the application: below {@code /api} a bearer token and never a session, elsewhere a session
 * that the sign-in page begins. The session holds the user's id and security stamp; both are checked on each request,
 * so that a deactivation, a new password or another server taking over needs no trick.
 */
@ApplicationScoped
public class SenAuthenticationMechanism implements HttpAuthenticationMechanism {

    private static final String BEARER = "Bearer ";

    @Inject
    Accounts accounts;

    @Inject
    SignInService signIn;

    @Inject
    SignInSessions sessions;

    @Inject
    IdentityConfig config;

    @Inject
    CurrentUser currentUser;

    @Inject
    ChangeOrigin origin;

    @Inject
    Clock clock;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        RequestWatch.answer(request, response);
        String path = path(request);
        origin.from(request.getRemoteAddr());
        try {
            if (PublicPaths.isApi(path)) {
                return byToken(request, response, context, path);
            }
            if (context.isAuthenticationRequest()
                    && context.getAuthParameters().getCredential() instanceof UsernamePasswordCredential credential) {
                return byPassword(request, context, credential);
            }
            // A caller restored here would survive the sign-in of somebody else in the same session.
            if (path.equals(PublicPaths.LOGIN)) {
                return context.doNothing();
            }
            return bySession(request, response, context, path);
        } catch (IOException e) {
            throw new AuthenticationException(e);
        }
    }

    private AuthenticationStatus byPassword(
            HttpServletRequest request, HttpMessageContext context, UsernamePasswordCredential credential) {
        try {
            Account account = signIn.signIn(credential.getCaller(), credential.getPasswordAsString());
            long session = sessions.begin(account, request.getRemoteAddr(), request.getHeader("User-Agent"));
            SignedInSession.begin(request, account, session, clock.instant());
            return signedIn(context, account, session);
        } catch (CrmException refusal) {
            // The page asks for the reason; the container knows only yes and no.
            request.setAttribute(LoginBacking.REFUSAL, refusal);
            return AuthenticationStatus.SEND_FAILURE;
        }
    }

    private AuthenticationStatus bySession(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context, String path)
            throws IOException {
        Optional<Account> account = account(request.getSession(false));
        if (account.isPresent()) {
            if (account.get().mustChangePassword() && !mayWaitForPassword(path)) {
                return context.redirect(request.getContextPath() + PublicPaths.PASSWORD);
            }
            return signedIn(context, account.get(), SignedInSession.id(request.getSession(false)));
        }
        return PublicPaths.contains(path) ? context.doNothing() : toSignIn(request, response, context, path);
    }

    private Optional<Account> account(HttpSession session) {
        if (session == null || SignedInSession.userId(session) == null) {
            return Optional.empty();
        }
        Optional<Account> account = SignedInSession.isOlderThan(session, config.sessionLifetime(), clock.instant())
                ? Optional.empty()
                : accounts.bySession(SignedInSession.userId(session), SignedInSession.id(session))
                        .filter(a -> SignedInSession.belongsTo(session, a));
        if (account.isEmpty()) {
            session.invalidate();
        } else if (SignedInSession.isToBeSeen(session, SignInSessions.SEEN_EVERY, clock.instant())) {
            sessions.seen(SignedInSession.id(session));
        }
        return account;
    }

    private AuthenticationStatus signedIn(HttpMessageContext context, Account account, Long session) {
        currentUser.become(account, session);
        return context.notifyContainerAboutLogin(account.username(), account.rights());
    }

    private static boolean mayWaitForPassword(String path) {
        return path.equals(PublicPaths.PASSWORD) || PublicPaths.contains(path);
    }

    private AuthenticationStatus byToken(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context, String path) {
        String header = request.getHeader("Authorization");
        if (header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            Optional<Account> account =
                    accounts.byToken(header.substring(BEARER.length()).trim());
            if (account.isPresent()) {
                return signedIn(context, account.get(), null);
            }
        }
        if (PublicPaths.contains(path)) {
            return context.doNothing();
        }
        response.setHeader(
                "WWW-Authenticate",
                header == null ? "Bearer realm=\"crm\"" : "Bearer realm=\"crm\", error=\"invalid_token\"");
        return unauthorized(response);
    }

    /** To the sign-in page and back; scripts are told instead of being sent a page they cannot show. */
    private static AuthenticationStatus toSignIn(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context, String path)
            throws IOException {
        boolean ajax = "partial/ajax".equals(request.getHeader("Faces-Request"));
        String url = request.getContextPath() + PublicPaths.LOGIN + "?next="
                + URLEncoder.encode(returnPath(request, path, ajax), StandardCharsets.UTF_8);
        response.setHeader("Cache-Control", "no-store");
        if (ajax) {
            return ajaxRedirect(response, url);
        }
        if (request.getHeader("Upgrade") != null
                || "XMLHttpRequest".equals(request.getHeader("X-Requested-With"))
                || "cors".equals(request.getHeader("Sec-Fetch-Mode"))) {
            return unauthorized(response);
        }
        return context.redirect(url);
    }

    /** The page itself, with its query: of a form that was posted it is the one the page was shown with. */
    private static String returnPath(HttpServletRequest request, String path, boolean ajax) {
        boolean shown = "GET".equals(request.getMethod()) && !ajax;
        String query = shown
                ? request.getQueryString()
                : ReturnAddress.query(request.getHeader("Referer"), request.getContextPath() + path);
        return query == null || query.isEmpty() ? path : path + "?" + query;
    }

    private static AuthenticationStatus ajaxRedirect(HttpServletResponse response, String url) throws IOException {
        response.setContentType("text/xml");
        response.setCharacterEncoding("UTF-8");
        response.getWriter()
                .write("<?xml version='1.0' encoding='UTF-8'?><partial-response><redirect url=\""
                        + url.replace("&", "&amp;").replace("\"", "&quot;") + "\"></redirect></partial-response>");
        return AuthenticationStatus.SEND_CONTINUE;
    }

    /** The body is written by the error page of status 401: the container would replace one written here. */
    private static AuthenticationStatus unauthorized(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        return AuthenticationStatus.SEND_FAILURE;
    }

    private static String path(HttpServletRequest request) {
        String info = request.getPathInfo();
        return info == null ? request.getServletPath() : request.getServletPath() + info;
    }
}
