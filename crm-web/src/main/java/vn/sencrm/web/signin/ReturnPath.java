package vn.sencrm.web.signin;

/** Where a sign-in leads afterwards: only to a path of this application, whatever the request says. */
final class ReturnPath {

    private static final String HOME = "/";

    private ReturnPath() {}

    static String safe(String next) {
        boolean own = next != null
                && next.startsWith("/")
                && !next.startsWith("//")
                && next.indexOf('\\') < 0
                && next.chars().noneMatch(Character::isISOControl)
                && !next.startsWith(PublicPaths.LOGIN);
        return own ? next : HOME;
    }
}
