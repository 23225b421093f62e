package vn.sencrm.identity.team;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import vn.sencrm.audit.AuditSql;
import vn.sencrm.audit.Cause;
import vn.sencrm.audit.Changes;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.common.StaleRecordException;
import vn.sencrm.identity.CurrentUser;
import vn.sencrm.identity.Right;

/** Keeps teams (ASG-0). Each change waits for a dealing that is going on, and the next one goes by it. */
@Stateless
@RolesAllowed(Right.USER_MANAGE)
public class TeamService {

    private static final String ENTITY = "team";

    @Inject
    TeamSql sql;

    @Inject
    AuditSql audit;

    @Inject
    CurrentUser currentUser;

    @Inject
    Clock clock;

    /** @throws InvalidInputException naming every field that is wrong, {@code name} too when it is taken */
    public Team create(TeamInput input, Cause cause) {
        Map<String, Long> users = users(input);
        TeamInput checked = TeamCheck.checked(input, users);
        refuseTaken(checked.name(), 0);
        long id = sql.insert(checked.name(), checked.mode()).orElseThrow(() -> taken(checked.name()));
        sql.putMembers(id, ids(checked, users), checked.members());
        Team team = sql.find(id).orElseThrow();
        audit.write(
                clock.instant(),
                currentUser.id(),
                cause,
                ENTITY,
                id,
                team.version(),
                AuditSql.CREATE,
                null,
                Changes.json(team.audited()));
        return team;
    }

    /** @throws StaleRecordException when somebody else changed the team meanwhile */
    public Team change(long id, int version, TeamInput input, Cause cause) {
        Map<String, Long> users = users(input);
        TeamInput checked = TeamCheck.checked(input, users);
        refuseTaken(checked.name(), id);
        Team before = locked(id);
        if (!sql.update(id, version, checked.name(), checked.mode())) {
            throw new StaleRecordException();
        }
        List<Long> members = ids(checked, users);
        sql.keepTurn(id, members);
        sql.putMembers(id, members, checked.members());
        return audited(before, cause);
    }

    /** An archived team is offered no more and deals nothing out; its customers keep it. */
    public Team archive(long id, boolean archived, Cause cause) {
        Team before = locked(id);
        if (before.archived() != archived) {
            sql.setArchived(id, archived);
        }
        return audited(before, cause);
    }

    private Team locked(long id) {
        Team found = sql.find(id).orElseThrow(() -> new NotFoundException(ENTITY, id));
        sql.lockTurn(found.id());
        return sql.find(id).orElseThrow();
    }

    private Map<String, Long> users(TeamInput input) {
        return sql.users(input.members().stream()
                .map(member -> TeamCheck.key(member.username()))
                .toList());
    }

    private static List<Long> ids(TeamInput input, Map<String, Long> users) {
        return input.members().stream()
                .map(member -> users.get(TeamCheck.key(member.username())))
                .toList();
    }

    private void refuseTaken(String name, long exceptId) {
        if (sql.isTaken(name, exceptId)) {
            throw taken(name);
        }
    }

    private static InvalidInputException taken(String name) {
        return new InvalidInputException(List.of(new FieldProblem("name", "NAME_TAKEN", name)));
    }

    private Team audited(Team before, Cause cause) {
        Team after = sql.find(before.id()).orElseThrow();
        Changes changes = Changes.between(before.audited(), after.audited());
        if (!changes.isEmpty()) {
            audit.write(
                    clock.instant(),
                    currentUser.id(),
                    cause,
                    ENTITY,
                    after.id(),
                    after.version(),
                    AuditSql.UPDATE,
                    changes.beforeJson(),
                    changes.afterJson());
        }
        return after;
    }
}
