package vn.sencrm.identity;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;

/** Change of one's own password. It ends every other session and token of the user. */
@Stateless
@RolesAllowed(Right.SIGNED_IN)
public class PasswordService {

    @Inject
    CurrentUser currentUser;

    @Inject
    IdentitySql sql;

    @Inject
    IdentityConfig config;

    @Inject
    Clock clock;

    /**
     * @return the account with its new stamp, for the session that goes on
     * @throws InvalidInputException naming {@code current}, {@code fresh} or {@code repeated}
     */
    public Account change(String current, String fresh, String repeated) {
        Account account = currentUser.get();
        refuseUnless(current, fresh, repeated, account);
        String stamp = UUID.randomUUID().toString();
        sql.changePassword(account.id(), PasswordHash.of(fresh).toString(), stamp);
        sql.revokeTokens(account.id(), clock.instant());
        return sql.byId(account.id()).orElseThrow();
    }

    private void refuseUnless(String current, String fresh, String repeated, Account account) {
        String stored = sql.credentials(account.username()).orElseThrow().passwordHash();
        if (stored == null || !PasswordHash.parse(stored).matches(current)) {
            throw problem("current", "PASSWORD_WRONG");
        }
        if (fresh.length() < config.passwordMinLength()) {
            throw problem("fresh", "PASSWORD_SHORT", Integer.toString(config.passwordMinLength()));
        }
        if (fresh.length() > PasswordHash.MAX_LENGTH) {
            throw problem("fresh", "TOO_LONG", Integer.toString(PasswordHash.MAX_LENGTH));
        }
        if (fresh.equals(current) || fresh.equalsIgnoreCase(account.username())) {
            throw problem("fresh", "PASSWORD_SAME");
        }
        if (!fresh.equals(repeated)) {
            throw problem("repeated", "PASSWORD_DIFFERS");
        }
    }

    private static InvalidInputException problem(String field, String code, String... arguments) {
        return new InvalidInputException(List.of(new FieldProblem(field, code, arguments)));
    }
}
