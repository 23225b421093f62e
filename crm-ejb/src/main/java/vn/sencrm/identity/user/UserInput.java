package vn.sencrm.identity.user;

/**
 * What is said of a user, as it was typed. Empty and null are the same.
 *
 * @param username of a new user; a user keeps the name for good
 * @param role the code of a role
 */
public record UserInput(String username, String fullName, String email, String phone, String language, String role) {}
