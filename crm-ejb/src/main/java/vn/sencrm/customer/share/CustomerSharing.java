package vn.sencrm.customer.share;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.List;
import vn.sencrm.audit.AuditSql;
import vn.sencrm.audit.Cause;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.customer.CustomerAccess;
import vn.sencrm.identity.CurrentUser;
import vn.sencrm.identity.Right;

/**
 * Shares customers with users and teams. Who sees a customer sees with whom it is shared; only who may change it may
 * share it. A share is no value of the customer: it is audited with it, but its version and time of change stay.
 */
@Stateless
public class CustomerSharing {

    private static final String ENTITY = "customer";

    @Inject
    CustomerSharingSql sql;

    @Inject
    CustomerAccess access;

    @Inject
    AuditSql audit;

    @Inject
    CurrentUser currentUser;

    @Inject
    Clock clock;

    /**
     * Users first, each group by name.
     *
     * @throws NotFoundException when there is no such customer or the caller may not see it
     */
    @RolesAllowed(Right.CUSTOMER_VIEW)
    public List<CustomerShare> of(long customer) {
        access.requireVisible(customer);
        return sql.shares(customer);
    }

    /** Whom a customer can be shared with. */
    @RolesAllowed(Right.CUSTOMER_EDIT)
    public List<ShareTarget> targets() {
        return sql.targets();
    }

    /**
     * Shares with an active user, by user name, or a team, by name; what is shared already gets the new level.
     *
     * @throws InvalidInputException when there is no such user or team
     * @throws NotFoundException when there is no such customer or the caller may not see it
     */
    @RolesAllowed(Right.CUSTOMER_EDIT)
    public CustomerShare share(long customer, ShareTarget.Kind kind, String name, boolean canEdit, Cause cause) {
        access.holdEditable(customer);
        long target = sql.target(kind, name).orElseThrow(() -> unknown(kind, name));
        CustomerShare before = sql.find(customer, kind, target).orElse(null);
        if (before != null && before.canEdit() == canEdit) {
            return before;
        }
        sql.put(customer, kind, target, canEdit);
        CustomerShare after = sql.find(customer, kind, target).orElseThrow();
        write(customer, "SHARE", before, after, cause);
        return after;
    }

    private static InvalidInputException unknown(ShareTarget.Kind kind, String name) {
        String code = kind == ShareTarget.Kind.USER ? "UNKNOWN_USER" : "UNKNOWN_TEAM";
        return new InvalidInputException(List.of(new FieldProblem(kind.jsonName(), code, name)));
    }

    /** @throws NotFoundException when there is no such share of such a customer, or the caller may not see it */
    @RolesAllowed(Right.CUSTOMER_EDIT)
    public void unshare(long customer, long share, Cause cause) {
        access.requireEditable(customer);
        CustomerShare before =
                sql.find(customer, share).orElseThrow(() -> new NotFoundException("customer-share", share));
        sql.delete(share);
        write(customer, "UNSHARE", before, null, cause);
    }

    private void write(long customer, String action, CustomerShare before, CustomerShare after, Cause cause) {
        audit.write(
                clock.instant(),
                currentUser.id(),
                cause,
                ENTITY,
                customer,
                sql.version(customer),
                action,
                json(before),
                json(after));
    }

    private static String json(CustomerShare share) {
        if (share == null) {
            return "{}";
        }
        JsonObject with = JSON.createObjectBuilder()
                .add(share.isWithTeam() ? "team" : "user", share.isWithTeam() ? share.name() : share.username())
                .add("name", share.name())
                .add("canEdit", share.canEdit())
                .build();
        return JSON.createObjectBuilder().add("share", with).build().toString();
    }
}
