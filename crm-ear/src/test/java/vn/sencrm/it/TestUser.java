package vn.sencrm.it;

/**
 * A user made for one test.
 *
 * @param token a bearer token of the user
 */
public record TestUser(long id, String username, String password, String token) {}
