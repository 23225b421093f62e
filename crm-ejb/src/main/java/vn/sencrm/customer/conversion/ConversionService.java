package vn.sencrm.customer.conversion;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.sencrm.audit.Cause;
import vn.sencrm.common.FieldProblem;
import vn.sencrm.common.InvalidInputException;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.customer.CheckedCustomer;
import vn.sencrm.customer.CustomerCheck;
import vn.sencrm.customer.CustomerExistsException;
import vn.sencrm.customer.CustomerField;
import vn.sencrm.customer.CustomerInput;
import vn.sencrm.customer.CustomerKind;
import vn.sencrm.customer.CustomerLookups;
import vn.sencrm.customer.CustomerLookupsSql;
import vn.sencrm.customer.CustomerQueries;
import vn.sencrm.customer.CustomerRegistration;
import vn.sencrm.customer.CustomerService;
import vn.sencrm.customer.CustomerStage;
import vn.sencrm.customer.CustomerView;
import vn.sencrm.customer.ExistingCustomer;
import vn.sencrm.customer.ExistingCustomersSql;
import vn.sencrm.customer.IdentityKey;
import vn.sencrm.customer.IdentityKeys;
import vn.sencrm.customer.Person;
import vn.sencrm.customer.SavedCustomer;
import vn.sencrm.identity.CurrentUser;
import vn.sencrm.identity.Right;

/**
 * Converts a lead in one transaction: the record itself changes its stage, so that its id, code and history stay; what
 * is made or changed beside it has the same cause.
 */
@Stateless
public class ConversionService {

    private static final String CONTACT = "contact";
    private static final String ACCOUNT = "account";

    @Inject
    ConversionSql sql;

    @Inject
    ExistingCustomersSql existing;

    @Inject
    KindRules kinds;

    @Inject
    CustomerQueries queries;

    @Inject
    CustomerService customers;

    @Inject
    CustomerRegistration registration;

    @Inject
    CustomerLookupsSql lookups;

    @Inject
    CurrentUser currentUser;

    @Inject
    Clock clock;

    /**
     * A person becomes a contact, of an account where one is given. An organisation becomes an account with a contact,
     * its representative unless another is given; with an account given it becomes a contact of that one.
     *
     * @throws NotFoundException when there is none or the caller may not see it
     * @throws AlreadyConvertedException when it is no lead any more
     * @throws CustomerExistsException when others have the same keys and that is not allowed, or never allowed
     * @throws InvalidInputException naming fields of the lead, and as {@code contact.…} or {@code account} the others'
     */
    @RolesAllowed(Right.CUSTOMER_EDIT)
    public Conversion.Result convert(long id, Conversion asked) {
        ConversionSql.Lead lead =
                sql.lock(currentUser.get(), id).orElseThrow(() -> new NotFoundException("customer", id));
        if (lead.isConverted()) {
            throw new AlreadyConvertedException(lead.code());
        }
        Work work = new Work(id, lead, queries.get(id), asked, lookups.loadForConversion());
        return kinds.becomes(lead.kind()) == CustomerStage.CONTACT
                        || asked.account().isGiven()
                ? toContact(work)
                : toAccount(work);
    }

    /** What one conversion is about, and the problems that were found so far. */
    private record Work(
            long id,
            ConversionSql.Lead lead,
            CustomerView before,
            Conversion asked,
            CustomerLookups lookups,
            List<FieldProblem> problems) {

        Work(long id, ConversionSql.Lead lead, CustomerView before, Conversion asked, CustomerLookups lookups) {
            this(id, lead, before, asked, lookups, new ArrayList<>());
        }

        void refuse() {
            if (!problems.isEmpty()) {
                throw new InvalidInputException(problems);
            }
        }

        /** The keys that the lead has, and those that what is added brings. */
        Set<IdentityKey> keys(List<IdentityKey> stored, CheckedCustomer added) {
            Set<IdentityKey> keys = new LinkedHashSet<>(stored);
            keys.addAll(IdentityKeys.of(added.document()));
            keys.removeIf(key -> key.kind() == IdentityKey.Kind.NAME);
            return keys;
        }
    }

    private Conversion.Result toContact(Work work) {
        Conversion.Account asked = work.asked().account();
        CustomerInput own = own(work, CustomerStage.CONTACT);
        ConversionSql.Named existing = asked.code() == null ? null : existingAccount(work, asked.code());
        CheckedCustomer madeAccount = asked.code() == null && asked.name() != null ? newAccount(work) : null;
        CheckedCustomer checked = check(work, own);
        work.refuse();
        refuseSimilar(work, CustomerStage.CONTACT, work.keys(sql.keys(work.id()), checked));
        Conversion.Party account = null;
        if (existing != null) {
            account = new Conversion.Party(existing.id(), existing.code(), existing.name(), false);
        } else if (madeAccount != null) {
            account = register(accountInput(work), work);
        }
        if (account != null) {
            own.set(CustomerField.ACCOUNT, account.code());
        }
        Conversion.Party self = change(work, own);
        if (madeAccount != null) {
            sql.setPrimaryContact(account.id(), work.id());
        }
        return new Conversion.Result(self, account, null);
    }

    private Conversion.Result toAccount(Work work) {
        CustomerInput own = own(work, CustomerStage.ACCOUNT);
        Conversion.Contact asked = work.asked().contact();
        ConversionSql.Named existing =
                asked == null || asked.code() == null ? null : existingContact(work, asked.code());
        CustomerInput person = existing == null ? personInput(work) : null;
        CheckedCustomer checkedPerson = person == null ? null : checkNew(work, person, CONTACT + ".");
        CheckedCustomer checked = check(work, own);
        work.refuse();
        refuseSimilar(work, CustomerStage.ACCOUNT, work.keys(sql.keys(work.id()), checked));
        if (checkedPerson != null) {
            refuseSimilar(work, CustomerStage.CONTACT, work.keys(List.of(), checkedPerson));
        }
        Conversion.Party contact = existing == null ? register(person, work) : attach(existing, work);
        sql.setPrimaryContact(work.id(), contact.id());
        return new Conversion.Result(change(work, own), null, contact);
    }

    // ---- the lead itself

    private static CustomerInput own(Work work, CustomerStage becomes) {
        CustomerInput own = new CustomerInput();
        work.asked().fields().asMap().forEach(own::set);
        return own.set(CustomerField.STAGE, becomes.name());
    }

    private static CheckedCustomer check(Work work, CustomerInput own) {
        CheckedCustomer checked = CustomerCheck.ofChange(own, work.lookups());
        work.problems().addAll(checked.problems());
        return checked;
    }

    private Conversion.Party change(Work work, CustomerInput own) {
        SavedCustomer saved = customers.change(work.id(), work.asked().version(), own, Cause.CONVERSION);
        return new Conversion.Party(saved.id(), saved.code(), work.lead().name(), false);
    }

    // ---- who is like it

    private void refuseSimilar(Work work, CustomerStage stage, Set<IdentityKey> keys) {
        List<ExistingCustomer> alike = existing.withKeys(currentUser.get(), keys, work.id(), EnumSet.of(stage)).stream()
                .filter(other -> other.isSame() || !work.asked().allowSimilar())
                .toList();
        if (!alike.isEmpty()) {
            throw new CustomerExistsException(alike, alike.stream().anyMatch(ExistingCustomer::isSame));
        }
    }

    // ---- its account

    private ConversionSql.Named existingAccount(Work work, String code) {
        return named(work, code, CustomerStage.ACCOUNT, ACCOUNT);
    }

    private ConversionSql.Named named(Work work, String code, CustomerStage stage, String field) {
        ConversionSql.Named named = sql.named(currentUser.get(), code)
                .filter(found -> found.stage() == stage)
                .orElse(null);
        if (named == null) {
            work.problems().add(new FieldProblem(field, CustomerCheck.UNKNOWN_OPTION, code));
        }
        return named;
    }

    private CheckedCustomer newAccount(Work work) {
        return checkNew(work, accountInput(work), ACCOUNT + ".");
    }

    private static CustomerInput accountInput(Work work) {
        return owned(work)
                .set(CustomerField.NAME, work.asked().account().name())
                .set(CustomerField.KIND, CustomerKind.ORGANIZATION.name())
                .set(CustomerField.STAGE, CustomerStage.ACCOUNT.name());
    }

    // ---- its contact

    /** What was given of the contact, and where nothing was, what is known of the representative. */
    private static CustomerInput personInput(Work work) {
        CustomerInput person = owned(work);
        Person known = work.before().representative();
        if (known != null) {
            person.set(CustomerField.NAME, known.name())
                    .set(CustomerField.PHONES, known.phone())
                    .set(CustomerField.JOB_TITLE, known.relation());
        }
        Conversion.Contact given = work.asked().contact();
        if (given != null) {
            given.fields().asMap().forEach(person::set);
        }
        return person.set(CustomerField.KIND, CustomerKind.INDIVIDUAL.name())
                .set(CustomerField.STAGE, CustomerStage.CONTACT.name())
                .set(CustomerField.ACCOUNT, work.lead().code());
    }

    /** The contact must not be taken from an account that it has. */
    private ConversionSql.Named existingContact(Work work, String code) {
        ConversionSql.Named contact = named(work, code, CustomerStage.CONTACT, CONTACT);
        if (contact != null && contact.accountId() != null) {
            work.problems().add(new FieldProblem(CONTACT, "CONTACT_HAS_ACCOUNT", contact.name()));
        }
        return contact;
    }

    private Conversion.Party attach(ConversionSql.Named contact, Work work) {
        CustomerInput input =
                new CustomerInput().set(CustomerField.ACCOUNT, work.lead().code());
        customers.change(contact.id(), contact.version(), input, Cause.CONVERSION);
        return new Conversion.Party(contact.id(), contact.code(), contact.name(), false);
    }

    // ---- what is made beside it

    /** What is made beside the lead is in the same hands. */
    private static CustomerInput owned(Work work) {
        CustomerInput input = new CustomerInput();
        String owner = work.lead().ownerUsername();
        return owner == null ? input : input.set(CustomerField.OWNER, owner);
    }

    private static CheckedCustomer checkNew(Work work, CustomerInput input, String prefix) {
        CheckedCustomer checked = CustomerCheck.ofNew(input, work.lookups());
        checked.problems().forEach(problem -> work.problems().add(problem.at(prefix + problem.field())));
        return checked;
    }

    private Conversion.Party register(CustomerInput input, Work work) {
        SavedCustomer saved =
                registration.register(input, work.lookups(), currentUser.id(), clock.instant(), Cause.CONVERSION);
        String name = input.get(CustomerField.NAME).toString().trim();
        return new Conversion.Party(saved.id(), saved.code(), name, true);
    }
}
