package vn.sencrm.identity;

import vn.sencrm.common.CrmException;

/** A sign-in was refused; the answer never tells whether such a user exists. */
public class SignInRefusedException extends CrmException {

    private static final long serialVersionUID = 1L;

    private SignInRefusedException(String code, Object... arguments) {
        super(code, arguments);
    }

    static SignInRefusedException wrong() {
        return new SignInRefusedException("SIGN_IN_WRONG");
    }

    /** @param seconds how long the name stays locked, at least 1 */
    static SignInRefusedException locked(long seconds) {
        return new SignInRefusedException("SIGN_IN_LOCKED", seconds);
    }

    static SignInRefusedException passwordMustChange() {
        return new SignInRefusedException("PASSWORD_MUST_CHANGE");
    }
}
