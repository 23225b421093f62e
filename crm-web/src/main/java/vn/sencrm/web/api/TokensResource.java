package vn.sencrm.web.api;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import vn.sencrm.identity.TokenService;

/** A token for a name and a password, and its end before its time. */
@Path("/tokens")
@RequestScoped
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public class TokensResource {

    /** What a program sends to get a token. */
    public record TokenRequest(String username, String password) {}

    /** The token, told this once, and the instant at which it ends. */
    public record TokenAnswer(String token, String expiresAt) {}

    @Inject
    TokenService tokens;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public TokenAnswer issue(TokenRequest request) {
        RequestBody.require(request);
        TokenService.IssuedToken issued = tokens.issue(text(request.username()), text(request.password()));
        return new TokenAnswer(issued.token(), issued.expiresAt().toString());
    }

    @DELETE
    public void revoke(@HeaderParam(HttpHeaders.AUTHORIZATION) String authorization) {
        if (authorization != null && authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
            tokens.revoke(authorization.substring(7).trim());
        }
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
