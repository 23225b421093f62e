package vn.sencrm.identity.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Guards that somebody can always keep users and roles. */
@ApplicationScoped
public class Administrators {

    @Inject
    UserSql sql;

    /**
     * Asked after a change that may have cost somebody the right, in its transaction; two such changes at once follow
     * one another, so that they cannot both count on each other's administrator.
     *
     * @throws LastAdministratorException when no active user holds {@code user.manage}
     */
    public void requireOne() {
        sql.lockAdministration();
        if (!sql.isAnyAdministrator()) {
            throw new LastAdministratorException();
        }
    }
}
