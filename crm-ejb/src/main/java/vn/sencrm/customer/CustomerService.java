package vn.sencrm.customer;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import vn.sencrm.audit.AuditEntry;
import vn.sencrm.audit.AuditSql;
import vn.sencrm.audit.Cause;
import vn.sencrm.common.FieldProblem;
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
    CustomerReferencesSql references;

    @Inject
    AuditSql audit;

    @Inject
    TeamDealing dealing;

    @Inject
    CreationGuard guard;

    @Inject
    Event<CustomerKeysChanged> keysChanged;

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
     * @throws CustomerExistsException when others have its keys and that is asked about, or never allowed
     */
    @RolesAllowed(Right.CUSTOMER_CREATE)
    public SavedCustomer register(CustomerInput input, Cause cause) {
        return register(input, cause, false);
    }

    /** @param allowDuplicates whether the caller has been asked and says that it is another customer */
    @RolesAllowed(Right.CUSTOMER_CREATE)
    public SavedCustomer register(CustomerInput input, Cause cause, boolean allowDuplicates) {
        CustomerLookups known = lookups.load(currentUser.id());
        CustomerDocument document = CustomerCheck.ofNew(input, known).orThrow();
        guard.admit(new CreationGuard.Subject(0, document, IdentityKeys.of(document)), cause, allowDuplicates);
        return registration.register(input, known, currentUser.id(), clock.instant(), cause);
    }

    /**
     * Changes the given fields of a customer. A version that is not the newest is accepted as long as nobody else
     * changed one of the same fields since.
     *
     * @param version the version that the editor read
     * @throws NotFoundException when there is none or the caller may not see it
     * @throws ViewOnlyException when the caller may see but not change it
     * @throws StaleCustomerException telling field by field what was changed meanwhile
     * @throws CustomerExistsException when others have a key that is new to it and that is asked about, or never allowed
     */
    @RolesAllowed(Right.CUSTOMER_EDIT)
    public SavedCustomer change(long id, int version, CustomerInput input, Cause cause) {
        return change(id, version, input, cause, false);
    }

    /** @param allowDuplicates whether the caller has been asked and says that it is another customer */
    @RolesAllowed(Right.CUSTOMER_EDIT)
    public SavedCustomer change(long id, int version, CustomerInput input, Cause cause, boolean allowDuplicates) {
        sql.requireEditable(id, currentUser.get());
        Customer customer = locked(id);
        CustomerDocument current = customer.document();
        current.put(CustomerField.TAGS, sql.tags(id, currentUser.id()));
        CheckedCustomer checked = CustomerCheck.ofChange(input, lookups.load(currentUser.id()), current);
        CustomerDocument changes = checked.orThrow().differingFrom(current);
        if (version < customer.version()) {
            refuseConflicts(customer, version, changes);
        }
        if (!changes.isEmpty()) {
            admit(id, current, changes, cause, allowDuplicates);
            dealOut(current, changes);
            write(customer, current, changes, cause);
        }
        return saved(customer, checked);
    }

    /** Only what is new is looked at: what a customer shares with others already was decided when it came. */
    private void admit(
            long id, CustomerDocument current, CustomerDocument changes, Cause cause, boolean allowDuplicates) {
        if (CustomerKeysChanged.isBy(changes)) {
            CustomerDocument whole = current.with(changes);
            Set<IdentityKey> fresh = new LinkedHashSet<>(IdentityKeys.of(whole));
            fresh.removeAll(IdentityKeys.of(current));
            guard.admit(new CreationGuard.Subject(id, whole, fresh), cause, allowDuplicates);
        }
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

    /**
     * Puts tags on a customer, whatever others do to its tags meanwhile. A name that there is not yet becomes a tag.
     *
     * @param shared for all to see; otherwise a new tag is the caller's own
     * @throws InvalidInputException naming what is no tag
     */
    @RolesAllowed(Right.CUSTOMER_EDIT)
    public void tag(long id, List<String> names, boolean shared, Cause cause) {
        List<String> checked = tagNames(names);
        changeTags(id, cause, () -> sql.addTags(id, checked, shared, currentUser.id()));
    }

    /** Takes tags off a customer by their names; those of other users stay. */
    @RolesAllowed(Right.CUSTOMER_EDIT)
    public void untag(long id, List<String> names, Cause cause) {
        List<String> checked = tagNames(names);
        changeTags(id, cause, () -> sql.removeTags(id, checked, currentUser.id()));
    }

    @SuppressWarnings("unchecked")
    private List<String> tagNames(List<String> names) {
        CustomerInput input = new CustomerInput().set(CustomerField.TAGS, names);
        Object checked = CustomerCheck.ofChange(input, lookups.load()).orThrow().get(CustomerField.TAGS);
        if (checked == null) {
            throw new InvalidInputException(List.of(new FieldProblem(CustomerField.TAGS.jsonName(), "REQUIRED")));
        }
        return (List<String>) checked;
    }

    private void changeTags(long id, Cause cause, Runnable change) {
        sql.requireEditable(id, currentUser.get());
        Customer customer = locked(id);
        List<String> before = sql.tags(id, currentUser.id());
        change.run();
        List<String> after = sql.tags(id, currentUser.id());
        if (!Objects.equals(before, after)) {
            customer.apply(new CustomerDocument(), clock.instant());
            entities.flush();
            audit(customer, cause, tags(before), tags(after));
        }
    }

    private static CustomerDocument tags(List<String> names) {
        CustomerDocument document = new CustomerDocument();
        document.put(CustomerField.TAGS, names);
        return document;
    }

    private Customer locked(long id) {
        Customer customer = entities.find(Customer.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (customer == null || customer.state() != CustomerState.ACTIVE) {
            throw new NotFoundException(ENTITY, id);
        }
        return customer;
    }

    /**
     * Gives a field the value that it had before one of its changes.
     *
     * @param name of the field in JSON, {@code attributes.<code>} for an attribute
     * @param version the version that the caller looked at
     * @param change the version to which the change led that is taken back
     * @throws NotFoundException when there is no such change, or it is not the caller's to know
     * @throws InvalidInputException when the old value is no longer possible
     * @throws StaleCustomerException when somebody changed the field since
     */
    @RolesAllowed(Right.CUSTOMER_EDIT)
    public void restoreValue(long id, int version, String name, int change, Cause cause) {
        sql.requireEditable(id, currentUser.get());
        Customer customer = locked(id);
        CustomerDocument current = customer.document();
        current.put(CustomerField.TAGS, sql.tags(id, currentUser.id()));
        CustomerDocument changes = before(id, name, change, current).differingFrom(current);
        if (version < customer.version()) {
            refuseConflicts(customer, version, changes);
        }
        if (!changes.isEmpty()) {
            // Whoever restores a value has chosen that very one; what is never allowed is refused all the same.
            admit(id, current, changes, cause, true);
            write(customer, current, changes, cause);
        }
    }

    /** The one field as it was before a change; what it referred to must be there still. */
    private CustomerDocument before(long id, String name, int change, CustomerDocument current) {
        AuditEntry entry = audit.ofVersion(ENTITY, id, change)
                .filter(one -> one.before() != null && CustomerField.isRestorable(name))
                // Another user's tags may be private ones.
                .filter(one ->
                        !name.equals(CustomerField.TAGS.jsonName()) || Objects.equals(one.actorId(), currentUser.id()))
                .orElseThrow(() -> new NotFoundException(ENTITY, id));
        CustomerDocument before = CustomerDocument.parse(entry.before()).only(name);
        if (before.isEmpty()) {
            throw new NotFoundException(ENTITY, id);
        }
        for (CustomerField field : before.fields()) {
            if (before.get(field) instanceof Long reference && !references.exists(field, reference)) {
                throw new InvalidInputException(List.of(new FieldProblem(name, "UNKNOWN_OPTION", "#" + reference)));
            }
        }
        return before.attributes().isEmpty() ? before : possible(before, current);
    }

    /** An attribute's old value under its present definition, which may be another, or none. */
    private CustomerDocument possible(CustomerDocument before, CustomerDocument current) {
        CustomerInput input = new CustomerInput().set(CustomerField.ATTRIBUTES, before.attributes());
        return CustomerCheck.ofRestored(input, lookups.loadForRestoring(), current)
                .orThrow();
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
        registration.holdAccount(changes);
        customer.apply(changes, clock.instant());
        entities.flush();
        CustomerDocument whole = customer.document();
        if (changes.has(CustomerField.TAGS)) {
            whole.put(CustomerField.TAGS, changes.get(CustomerField.TAGS));
        }
        sql.writeRelations(customer.id(), whole, currentUser.id());
        audit(customer, cause, current.restrictedTo(changes), changes);
        if (CustomerKeysChanged.isBy(changes)) {
            keysChanged.fire(CustomerKeysChanged.of(customer.id()));
        }
    }

    private void audit(Customer customer, Cause cause, CustomerDocument before, CustomerDocument after) {
        audit.write(
                clock.instant(),
                currentUser.id(),
                cause,
                ENTITY,
                customer.id(),
                customer.version(),
                AuditSql.UPDATE,
                before.toJson(),
                after.toJson());
    }

    private static SavedCustomer saved(Customer customer, CheckedCustomer checked) {
        return new SavedCustomer(customer.id(), customer.code(), customer.version(), checked.warnings());
    }
}
