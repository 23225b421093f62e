package vn.sencrm.customer;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.List;
import vn.sencrm.audit.AuditSql;
import vn.sencrm.audit.Cause;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.identity.CurrentUser;
import vn.sencrm.identity.Right;

/**
 * Which contact of a company is to be turned to first (CUS-1). It is no value of the company: it is audited with it, but
 * its version and time of change stay. Harmless to repeat.
 */
@Stateless
@RolesAllowed(Right.CUSTOMER_EDIT)
public class PrimaryContacts {

    private static final String ACTION = "PRIMARY_CONTACT";

    @Inject
    CustomerContactsSql sql;

    @Inject
    CustomerAccess access;

    @Inject
    AuditSql audit;

    @Inject
    CurrentUser currentUser;

    @Inject
    Clock clock;

    /**
     * Makes a contact the primary one of its company.
     *
     * @throws NotFoundException when there is no such company, or no such contact of it, or the caller may not see it
     * @throws ViewOnlyException when the caller may not change the company
     */
    public void choose(long accountId, long contactId, Cause cause) {
        access.holdEditable(accountId);
        access.hold(List.of(contactId));
        int version = sql.lock(accountId);
        CustomerContact chosen = sql.find(currentUser.get(), accountId, contactId)
                .orElseThrow(() -> new NotFoundException("customer-contact", contactId));
        if (!chosen.primary()) {
            write(accountId, version, sql.primary(accountId).orElse(null), chosen, cause);
        }
    }

    /**
     * Leaves the company without a primary contact, where this one is it.
     *
     * @throws NotFoundException when there is no such company, or the caller may not see it
     * @throws ViewOnlyException when the caller may not change the company
     */
    public void release(long accountId, long contactId, Cause cause) {
        access.requireEditable(accountId);
        int version = sql.lock(accountId);
        sql.primary(accountId)
                .filter(primary -> primary.id() == contactId)
                .ifPresent(primary -> write(accountId, version, primary, null, cause));
    }

    private void write(long accountId, int version, CustomerContact before, CustomerContact after, Cause cause) {
        sql.setPrimary(accountId, after == null ? null : after.id());
        audit.write(
                clock.instant(),
                currentUser.id(),
                cause,
                CustomerService.ENTITY,
                accountId,
                version,
                ACTION,
                json(before),
                json(after));
    }

    private static String json(CustomerContact contact) {
        if (contact == null) {
            return "{}";
        }
        // Who may see the company may not see every contact of it: no name, no code.
        JsonObject told = JSON.createObjectBuilder().add("id", contact.id()).build();
        return JSON.createObjectBuilder().add("primaryContact", told).build().toString();
    }
}
