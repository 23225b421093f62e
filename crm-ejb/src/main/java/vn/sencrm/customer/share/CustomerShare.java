package vn.sencrm.customer.share;

import java.io.Serializable;

/**
 * One share of a customer: with a user or with a team.
 *
 * @param username of the user, null for a team
 * @param name the user's full name or the team's name
 * @param canEdit whether those it is shared with may change the customer, too
 */
public record CustomerShare(long id, String username, String name, boolean canEdit) implements Serializable {

    public boolean isWithTeam() {
        return username == null;
    }
}
