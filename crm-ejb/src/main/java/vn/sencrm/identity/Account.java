package vn.sencrm.identity;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A user as the security of one request sees them: read anew for each request, so that a changed role or a
 * deactivation holds at once on every server.
 *
 * @param stamp changes with all that must end the user's open sessions
 * @param rights what the role grants, {@link Right#SIGNED_IN} included
 * @param seesTeams whether the role shows the customers of the user's teams
 * @param teams the ids of the teams in which the user is
 * @param routes the ids of the user's routes that show customers: none when the role does not count them
 * @param language {@code vi} or {@code en}, null when the user has not chosen one
 * @param pictureAt when the user gave the present picture, null for none
 */
public record Account(
        long id,
        String username,
        String fullName,
        String stamp,
        Set<String> rights,
        RecordScope scope,
        boolean seesTeams,
        List<Long> teams,
        List<Long> routes,
        String language,
        Instant pictureAt,
        boolean mustChangePassword) {

    public Account {
        rights = Set.copyOf(rights);
        teams = List.copyOf(teams);
        routes = List.copyOf(routes);
    }

    public boolean may(String right) {
        return rights.contains(right);
    }
}
