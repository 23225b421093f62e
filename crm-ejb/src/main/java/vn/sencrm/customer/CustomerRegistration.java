package vn.sencrm.customer;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import vn.sencrm.audit.AuditSql;
import vn.sencrm.audit.Cause;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.Internal;
import vn.sencrm.common.InvalidInputException;

/**
 * Registers one customer in the caller's transaction, as whoever and whenever the caller says; rights are the caller's
 * business.
 */
@Internal
@Stateless
@PermitAll
public class CustomerRegistration {

    @PersistenceContext(unitName = "crm")
    EntityManager entities;

    @Inject
    CustomerSql sql;

    @Inject
    AuditSql audit;

    @Inject
    TeamDealing dealing;

    @Inject
    Event<CustomerKeysChanged> keysChanged;

    /**
     * Without a code one is generated; without an owner the customer is dealt out by its team's rule, or its creator's
     * when there is none.
     *
     * @throws InvalidInputException naming every field that is wrong, the code too when it is taken
     */
    public SavedCustomer register(
            CustomerInput input, CustomerLookups lookups, long creatorId, Instant at, Cause cause) {
        CheckedCustomer checked = CustomerCheck.ofNew(input, lookups);
        CustomerDocument document = checked.orThrow();
        document.putIfMissing(CustomerField.CODE, null);
        giveCode(document);
        giveOwner(document, creatorId);
        holdAccount(document);
        Customer customer = new Customer(document, creatorId, at);
        entities.persist(customer);
        entities.flush();
        sql.writeRelations(customer.id(), document, creatorId);
        audit.write(
                at,
                creatorId,
                cause,
                CustomerService.ENTITY,
                customer.id(),
                customer.version(),
                AuditSql.CREATE,
                null,
                document.toJson());
        keysChanged.fire(CustomerKeysChanged.of(customer.id()));
        return new SavedCustomer(customer.id(), customer.code(), customer.version(), checked.warnings());
    }

    private void giveOwner(CustomerDocument document, long creatorId) {
        if (document.get(CustomerField.OWNER) == null) {
            Long team = (Long) document.get(CustomerField.TEAM);
            boolean byRule = team != null && dealing.hasRule(team);
            document.put(CustomerField.OWNER, byRule ? dealing.nextOwner(team) : Long.valueOf(creatorId));
        }
    }

    private void giveCode(CustomerDocument document) {
        String code = document.text(CustomerField.CODE);
        if (code == null) {
            document.put(CustomerField.CODE, sql.nextCode());
        } else {
            refuseTaken(code, 0);
        }
    }

    /** A company that was merged a moment ago is named by its master. */
    public void holdAccount(CustomerDocument document) {
        if (document.get(CustomerField.ACCOUNT) instanceof Long account) {
            document.put(CustomerField.ACCOUNT, sql.holdMaster(account));
        }
    }

    /** A code that is free is the caller's, and the generator passes it over. */
    public void refuseTaken(String code, long exceptId) {
        if (sql.isCodeTaken(code, exceptId)) {
            throw new InvalidInputException(
                    List.of(new FieldProblem(CustomerField.CODE.jsonName(), "CODE_TAKEN", code)));
        }
        sql.moveCodesBeyond(code);
    }
}
