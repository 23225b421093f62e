package vn.sencrm.customer;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.sencrm.audit.AuditSql;
import vn.sencrm.audit.Cause;
import vn.sencrm.common.Internal;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.identity.CurrentUser;

/**
 * The part of merging that customers themselves know: one takes values over, another becomes its alias, and both ways
 * back. In the caller's transaction; rights beyond seeing and changing the record are the caller's business.
 *
 * <p>An EJB, as whatever has a persistence context is: the server starts other beans without waiting for the unit.
 */
@Internal
@Stateless
@PermitAll
public class CustomerAliases {

    @PersistenceContext(unitName = "crm")
    EntityManager entities;

    @Inject
    CustomerSql sql;

    @Inject
    CustomerAliasSql aliases;

    @Inject
    AuditSql audit;

    @Inject
    CustomerLookupsSql lookups;

    @Inject
    CreationGuard guard;

    @Inject
    Event<CustomerKeysChanged> keysChanged;

    @Inject
    CurrentUser currentUser;

    /**
     * Locks customers in the order of their ids, whatever their state, as everybody locks them.
     *
     * @throws NotFoundException when there is no such customer or the caller may not see it
     * @throws ViewOnlyException when the caller may see but not change it
     */
    public List<CustomerSnapshot> lock(Collection<Long> ids) {
        return ids.stream().sorted().map(this::lock).toList();
    }

    private CustomerSnapshot lock(long id) {
        Customer customer = entities.find(Customer.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (customer == null) {
            throw new NotFoundException(CustomerService.ENTITY, id);
        }
        if (customer.state() == CustomerState.ACTIVE) {
            sql.requireEditable(id, currentUser.get());
        } else if (!aliases.isEditable(id, currentUser.get())) {
            throw new NotFoundException(CustomerService.ENTITY, id);
        }
        return snapshot(customer);
    }

    private CustomerSnapshot snapshot(Customer customer) {
        CustomerDocument document = customer.document();
        document.put(CustomerField.TAGS, sql.tags(customer.id(), currentUser.id()));
        CustomerAliasSql.Beside beside = aliases.beside(customer.id());
        return new CustomerSnapshot(
                customer.id(),
                customer.version(),
                customer.state(),
                document,
                beside.createdAt(),
                beside.primaryContactId());
    }

    /** A customer as it is, to be looked at only. */
    public CustomerSnapshot look(long id) {
        sql.requireEditable(id, currentUser.get());
        return snapshot(entities.find(Customer.class, id));
    }

    /**
     * These values with what somebody typed over them, checked like any edit.
     *
     * @throws vn.sencrm.common.InvalidInputException naming every field that is wrong
     */
    public CustomerDocument withTyped(CustomerDocument current, CustomerInput typed) {
        CustomerDocument checked = CustomerCheck.ofChange(typed, lookups.load(currentUser.id()), current)
                .orThrow();
        return current.with(checked);
    }

    /**
     * Lets values pass with which somebody gives a customer keys that none of these had; who typed a key has chosen that
     * very one, and what is never allowed is refused all the same.
     *
     * @throws CustomerExistsException when others have such a key
     */
    public void admitTyped(long id, CustomerDocument whole, Collection<CustomerDocument> had, Cause cause) {
        Set<IdentityKey> fresh = new LinkedHashSet<>(IdentityKeys.of(whole));
        had.forEach(document -> fresh.removeAll(IdentityKeys.of(document)));
        guard.admit(new CreationGuard.Subject(id, whole, fresh), cause, true);
    }

    /** The names of the tags that the caller sees on a customer; null for none. */
    public List<String> tags(long id) {
        return sql.tags(id, currentUser.id());
    }

    /**
     * Gives a customer other values and tells its new version, which there is even when nothing differs. Its keys and
     * places follow; its tags are taken as told in the audit, not written.
     */
    public int rewrite(CustomerSnapshot customer, CustomerDocument changes, String action, Cause cause, Instant now) {
        Customer entity = entities.find(Customer.class, customer.id());
        CustomerDocument columns = new CustomerDocument();
        changes.fields().stream()
                .filter(field -> field != CustomerField.TAGS)
                .forEach(field -> columns.put(field, changes.get(field)));
        entity.apply(columns, now);
        entities.flush();
        sql.writeRelations(customer.id(), entity.document(), currentUser.id());
        CustomerDocument before = customer.document().restrictedTo(changes);
        write(entity.id(), entity.version(), action, cause, now, before.toJson(), changes.toJson());
        keysChanged(entity.id());
        return entity.version();
    }

    /** Somebody else may be the same customer from now on, or no longer. */
    public void keysChanged(long id) {
        keysChanged.fire(CustomerKeysChanged.of(id));
    }

    /** What is no field: when it was created, and its primary contact, which is never itself. */
    public void writeBeside(long id, Instant createdAt, Long primaryContactId) {
        aliases.writeBeside(id, createdAt, primaryContactId);
    }

    /** Hides a customer: its id and code lead to another from now on. */
    public void becomeAlias(CustomerSnapshot customer, long masterId, Cause cause, Instant now) {
        aliases.dropDerived(customer.id());
        int version = aliases.becomeAlias(customer.id(), masterId, now);
        write(
                customer.id(),
                version,
                AuditSql.MERGE,
                cause,
                now,
                state(CustomerState.ACTIVE),
                state(CustomerState.MERGED));
        keysChanged(customer.id());
    }

    /** Brings a hidden customer back, with its keys and places. */
    public void becomeItself(CustomerSnapshot alias, Cause cause, Instant now) {
        int version = aliases.becomeItself(alias.id(), now);
        CustomerDocument values = new CustomerDocument();
        alias.document().fields().stream()
                .filter(field -> field != CustomerField.TAGS)
                .forEach(field -> values.put(field, alias.document().get(field)));
        sql.writeRelations(alias.id(), values, currentUser.id());
        write(
                alias.id(),
                version,
                AuditSql.UNMERGE,
                cause,
                now,
                state(CustomerState.MERGED),
                state(CustomerState.ACTIVE));
        keysChanged(alias.id());
    }

    /** The contacts that have a customer as their company, locked. */
    public List<Long> contacts(long accountId) {
        return aliases.contacts(accountId);
    }

    /** Gives contacts another company; those that have left theirs meanwhile are passed over. */
    public void moveContacts(List<Long> contacts, long from, long to, Cause cause, Instant now) {
        aliases.moveContacts(
                contacts,
                from,
                to,
                now,
                currentUser.id(),
                new CustomerAliasSql.AliasCause(cause.type().name(), cause.id()));
    }

    /** What others changed of these fields since a version. */
    public List<FieldConflict> conflicts(long id, int version, CustomerDocument changes) {
        return CustomerConflicts.between(changes, audit.since(CustomerService.ENTITY, id, version));
    }

    /** The customer to whom a merged one leads, through chains too, if the caller may see it. */
    public Optional<Long> master(long id) {
        return aliases.master(id, currentUser.get());
    }

    private void write(long id, int version, String action, Cause cause, Instant now, String before, String after) {
        audit.write(now, currentUser.id(), cause, CustomerService.ENTITY, id, version, action, before, after);
    }

    private static String state(CustomerState state) {
        return "{\"state\":\"" + state + "\"}";
    }
}
