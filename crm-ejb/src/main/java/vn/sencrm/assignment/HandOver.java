package vn.sencrm.assignment;

/**
 * Who takes the customers of a leaving user: another user, a team that deals them out by its rule, or nobody.
 *
 * @param username null for none
 * @param team the team's name, null for none
 */
public record HandOver(String username, String team) {

    public static final HandOver NOBODY = new HandOver(null, null);

    public static HandOver toUser(String username) {
        return new HandOver(username, null);
    }

    public static HandOver toTeam(String team) {
        return new HandOver(null, team);
    }
}
