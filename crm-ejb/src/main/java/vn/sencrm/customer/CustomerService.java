package vn.sencrm.customer;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import vn.sencrm.audit.AuditSql;
import vn.sencrm.audit.Cause;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.identity.CurrentUser;
import vn.sencrm.identity.Right;

/** Registers and changes customers, one at a time, each in one transaction with its keys, tags, places and audit. */
@Stateless
public class CustomerService {

    /** Under which name the audit knows customers. */
    public static final String ENTITY = "customer";

    @PersistenceContext(unitName = "crm")
    EntityManager entities;

    @Inject
    CustomerRegistration registration;

    @Inject
    CustomerSql sql;

    @Inject
    CustomerLookupsSql lookups;

    @Inject
    AuditSql audit;

    @Inject
    TeamDealing dealing;

    @Inject
    CurrentUser currentUser;

    @Inject
    Clock clock;

    /** What would be said to the given values if they were saved now: problems and doubts. Nothing is stored. */
    @RolesAllowed({Right.CUSTOMER_CREATE, Right.CUSTOMER_EDIT})
    public CheckedCustomer check(CustomerInput input) {
        return CustomerCheck.ofChange(input, lookups.load(currentUser.id()));
    }

    /**
     * Registers a customer. Without a code one is generated; without an owner it is dealt out by its team's rule, or
     * belongs to the caller when there is none.
     *
     * @throws InvalidInputException naming every field that is wrong, the code too when it is taken
     */
    @RolesAllowed(Right.CUSTOMER_CREATE)
    public SavedCustomer register(CustomerInput input, Cause cause) {
        return registration.register(input, lookups.load(currentUser.id()), currentUser.id(), clock.instant(), cause);
    }

    /**
     * Changes the given fields of a customer. A version that is not the newest is accepted as long as nobody else
     * changed one of the same fields since.
     *
     * @param version the version that the editor read
     * @throws NotFoundException when there is none or the caller may not see it
     * @throws ViewOnlyException when the caller may see but not change it
     * @throws StaleCustomerException telling field by field what was changed meanwhile
     */
    @RolesAllowed(Right.CUSTOMER_EDIT)
    public SavedCustomer change(long id, int version, CustomerInput input, Cause cause) {
        sql.requireEditable(id, currentUser.get());
        Customer customer = entities.find(Customer.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (customer == null || customer.state() != CustomerState.ACTIVE) {
            throw new NotFoundException(ENTITY, id);
        }
        CustomerDocument current = customer.document();
        current.put(CustomerField.TAGS, sql.tags(id, currentUser.id()));
        CheckedCustomer checked = CustomerCheck.ofChange(input, lookups.load(currentUser.id()), current);
        CustomerDocument changes = checked.orThrow().differingFrom(current);
        if (version < customer.version()) {
            refuseConflicts(customer, version, changes);
        }
        if (!changes.isEmpty()) {
            dealOut(current, changes);
            write(customer, current, changes, cause);
        }
        return saved(customer, checked);
    }

    /** A customer given to a team with a rule, and to no person, goes to whoever's turn it is. */
    private void dealOut(CustomerDocument current, CustomerDocument changes) {
        boolean isGiven = changes.has(CustomerField.TEAM) || changes.has(CustomerField.OWNER);
        Long team = (Long) (changes.has(CustomerField.TEAM) ? changes : current).get(CustomerField.TEAM);
        Object owner = (changes.has(CustomerField.OWNER) ? changes : current).get(CustomerField.OWNER);
        if (isGiven && owner == null && team != null && dealing.hasRule(team)) {
            changes.put(CustomerField.OWNER, dealing.nextOwner(team));
        }
    }

    private void refuseConflicts(Customer customer, int version, CustomerDocument changes) {
        List<FieldConflict> conflicts = CustomerConflicts.between(changes, audit.since(ENTITY, customer.id(), version));
        if (!conflicts.isEmpty()) {
            throw new StaleCustomerException(customer.version(), conflicts);
        }
    }

    private void write(Customer customer, CustomerDocument current, CustomerDocument changes, Cause cause) {
        if (changes.has(CustomerField.CODE)) {
            registration.refuseTaken(changes.text(CustomerField.CODE), customer.id());
        }
        customer.apply(changes, clock.instant());
        entities.flush();
        CustomerDocument whole = customer.document();
        if (changes.has(CustomerField.TAGS)) {
            whole.put(CustomerField.TAGS, changes.get(CustomerField.TAGS));
        }
        sql.writeRelations(customer.id(), whole, currentUser.id());
        audit.write(
                clock.instant(),
                currentUser.id(),
                cause,
                ENTITY,
                customer.id(),
                customer.version(),
                AuditSql.UPDATE,
                current.restrictedTo(changes).toJson(),
                changes.toJson());
    }

    private static SavedCustomer saved(Customer customer, CheckedCustomer checked) {
        return new SavedCustomer(customer.id(), customer.code(), customer.version(), checked.warnings());
    }
}
