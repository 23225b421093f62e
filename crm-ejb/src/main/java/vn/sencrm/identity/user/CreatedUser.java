package vn.sencrm.identity.user;

/**
 * A user with a password that is known this once and must be changed at the first sign-in.
 */
public record CreatedUser(long id, String username, String oneTimePassword) {}
