package vn.sencrm.identity;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** What users set for themselves. */
@Stateless
@RolesAllowed(Right.SIGNED_IN)
public class ProfileService {

    @Inject
    CurrentUser currentUser;

    @Inject
    IdentitySql sql;

    /** @param language {@code vi} or {@code en}; anything else is ignored */
    public void chooseLanguage(String language) {
        if ("vi".equals(language) || "en".equals(language)) {
            sql.changeLanguage(currentUser.id(), language);
        }
    }
}
