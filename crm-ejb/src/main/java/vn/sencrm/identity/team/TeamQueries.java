package vn.sencrm.identity.team;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.identity.Right;

/** Reads teams; there are hundreds at most. */
@Stateless
@RolesAllowed({Right.USER_MANAGE, Right.CUSTOMER_VIEW})
public class TeamQueries {

    @Inject
    TeamSql sql;

    /** By name, archived ones last. */
    public List<Team> all() {
        return sql.all();
    }

    /** @throws NotFoundException when there is none */
    public Team get(long id) {
        return sql.find(id).orElseThrow(() -> new NotFoundException("team", id));
    }
}
