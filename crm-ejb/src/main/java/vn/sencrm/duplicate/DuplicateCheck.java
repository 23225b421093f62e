package vn.sencrm.duplicate;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import vn.sencrm.customer.CustomerCheck;
import vn.sencrm.customer.CustomerDocument;
import vn.sencrm.customer.CustomerField;
import vn.sencrm.customer.CustomerInput;
import vn.sencrm.customer.CustomerLookupsSql;
import vn.sencrm.customer.ExistingCustomer;
import vn.sencrm.customer.ExistingCustomersSql;
import vn.sencrm.customer.IdentityKey;
import vn.sencrm.customer.IdentityKeys;
import vn.sencrm.customer.LabelledValue;
import vn.sencrm.identity.CurrentUser;
import vn.sencrm.identity.Right;

/** Who may be the customer whose values somebody types or sends, before anything is stored (DUP-2). */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class DuplicateCheck {

    @Inject
    DuplicateRulesSql settings;

    @Inject
    ExistingCustomersSql existing;

    @Inject
    NameMatchSql names;

    @Inject
    CustomerLookupsSql lookups;

    @Inject
    CurrentUser currentUser;

    /**
     * Who has a key of these values, or is alike by name; values that are wrong are passed over.
     *
     * @param exceptId the customer that is edited, 0 for a new one
     */
    @RolesAllowed(Right.CUSTOMER_VIEW)
    public List<ExistingCustomer> candidates(CustomerInput input, long exceptId) {
        CustomerDocument document =
                CustomerCheck.ofChange(input, lookups.load()).document();
        DuplicateRules rules = settings.read();
        return existing.find(
                currentUser.get(),
                keys(document, rules),
                names.alike(NameFacts.of(exceptId, document), rules),
                exceptId);
    }

    /**
     * Who has the key that one value makes: one look by the keys, as somebody types.
     *
     * @param field phones, e-mails, tax code or citizen id; nobody is found by another
     */
    @RolesAllowed(Right.CUSTOMER_VIEW)
    public List<ExistingCustomer> withKey(CustomerField field, String value, long exceptId) {
        CustomerDocument document = new CustomerDocument();
        switch (field) {
            case PHONES, EMAILS -> document.put(field, List.of(new LabelledValue(value, null)));
            case TAX_CODE, CITIZEN_ID -> document.put(field, value);
            default -> {
                return List.of();
            }
        }
        return existing.find(currentUser.get(), keys(document, settings.read()), Map.of(), exceptId);
    }

    private static List<IdentityKey> keys(CustomerDocument document, DuplicateRules rules) {
        return IdentityKeys.of(document).stream()
                .filter(key -> key.kind() != IdentityKey.Kind.NAME && rules.counts(key.kind()))
                .toList();
    }
}
