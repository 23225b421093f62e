package vn.sencrm.group;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import vn.sencrm.audit.AuditSql;
import vn.sencrm.audit.Cause;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.customer.CustomerAccess;
import vn.sencrm.customer.CustomerConditions;
import vn.sencrm.identity.Account;
import vn.sencrm.identity.CurrentUser;
import vn.sencrm.identity.Right;

/** Makes, changes and deletes groups, and says who is in them. Each is one transaction with its audit. */
@Stateless
@RolesAllowed(Right.GROUP_MANAGE)
public class GroupService {

    static final String ENTITY = "customer-group";

    @Inject
    GroupSql sql;

    @Inject
    GroupMembersSql members;

    @Inject
    CustomerConditions conditions;

    @Inject
    CustomerAccess customers;

    @Inject
    AuditSql audit;

    @Inject
    CurrentUser currentUser;

    @Inject
    Clock clock;

    /**
     * Makes a group: a dynamic one where a filter is given, else a static one with its first members.
     *
     * @throws InvalidInputException naming every field that is wrong, the name too when it is taken
     */
    public CustomerGroup create(GroupInput input, List<GroupSelection> added, Cause cause) {
        CheckedGroup checked = CheckedGroup.of(null, input, sql);
        added.forEach(selection -> requireSeen("members", selection));
        long id = sql.insert(checked, currentUser.id(), clock.instant());
        write(id, AuditSql.CREATE, null, get(id), cause);
        added.forEach(selection -> put(get(id), selection, cause));
        return get(id);
    }

    /**
     * Changes the values that are given.
     *
     * @param version the version that was read
     * @throws InvalidInputException naming every field that is wrong
     * @throws StaleGroupException when somebody changed the group since
     */
    public CustomerGroup change(long id, int version, GroupInput input, Cause cause) {
        CustomerGroup before = get(id);
        CheckedGroup checked = CheckedGroup.of(before, input, sql);
        if (checked.isAsIn(before)) {
            return before;
        }
        if (!sql.update(id, version, checked, clock.instant())) {
            throw new StaleGroupException();
        }
        CustomerGroup after = get(id);
        write(id, AuditSql.UPDATE, before, after, cause);
        return after;
    }

    /** The same, and who else is in it and who no longer, all or nothing. */
    public CustomerGroup change(
            long id, int version, GroupInput input, List<GroupSelection> added, List<Long> removed, Cause cause) {
        added.forEach(selection -> requireSeen("members", selection));
        CustomerGroup group = change(id, version, input, cause);
        added.forEach(selection -> put(group, selection, cause));
        if (!removed.isEmpty()) {
            take(group, GroupSelection.of(removed), cause);
        }
        return get(id);
    }

    /** Deletes a group; its members stay customers. */
    public void delete(long id, Cause cause) {
        CustomerGroup before = get(id);
        sql.delete(id);
        write(id, AuditSql.DELETE, before, null, cause);
    }

    /**
     * Puts customers into a static group; those in it stay.
     *
     * @return how many were not in it before
     * @throws InvalidInputException naming ids of customers whom the caller does not see
     * @throws GroupDynamicException for a dynamic group
     */
    public int add(long id, GroupSelection selection, Cause cause) {
        requireSeen("ids", selection);
        return put(get(id), selection, cause);
    }

    /**
     * Takes customers whom the caller sees out of a static group; who is not in it is no failure.
     *
     * @return how many were in it
     * @throws GroupDynamicException for a dynamic group
     */
    public int remove(long id, GroupSelection selection, Cause cause) {
        return take(get(id), selection, cause);
    }

    private int put(CustomerGroup group, GroupSelection selection, Cause cause) {
        requireStatic(group);
        Account user = currentUser.get();
        return members.addMembers(group.id(), selected(selection, user), user, now(), cause);
    }

    private int take(CustomerGroup group, GroupSelection selection, Cause cause) {
        requireStatic(group);
        Account user = currentUser.get();
        return members.removeMembers(group.id(), selected(selection, user), user, now(), cause);
    }

    private Instant now() {
        return clock.instant();
    }

    private SqlFragment selected(GroupSelection selection, Account user) {
        if (selection.ids() == null) {
            return conditions.matching(user, selection.filter(), selection.search());
        }
        if (selection.ids().size() > GroupSelection.MAX_IDS) {
            throw new InvalidInputException(
                    List.of(new FieldProblem("ids", "TOO_MANY", Integer.toString(GroupSelection.MAX_IDS))));
        }
        return members.given(selection.ids());
    }

    private static void requireStatic(CustomerGroup group) {
        if (group.isDynamic()) {
            throw new GroupDynamicException(group.name());
        }
    }

    private void requireSeen(String field, GroupSelection selection) {
        List<Long> ids = selection.ids() == null ? List.of() : selection.ids();
        customers.hold(ids);
        List<FieldProblem> problems = members.unseen(ids, currentUser.get()).stream()
                .map(id -> new FieldProblem(field + "[" + ids.indexOf(id) + "]", "UNKNOWN_CUSTOMER", id.toString()))
                .toList();
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
    }

    private CustomerGroup get(long id) {
        return sql.find(id).orElseThrow(() -> new NotFoundException(ENTITY, id));
    }

    private void write(long id, String action, CustomerGroup before, CustomerGroup after, Cause cause) {
        audit.write(
                clock.instant(),
                currentUser.id(),
                cause,
                ENTITY,
                id,
                after == null ? before.version() : after.version(),
                action,
                before == null ? null : json(before),
                after == null ? "{}" : json(after));
    }

    /** The form in which the audit keeps a group. */
    private static String json(CustomerGroup group) {
        JsonObjectBuilder json =
                JSON.createObjectBuilder().add("name", group.name()).add("description", group.description());
        if (group.isDynamic()) {
            json.add("filter", group.filter());
        } else {
            json.add("members", group.members());
        }
        return json.build().toString();
    }
}
