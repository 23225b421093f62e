package vn.sencrm.customer.conversion;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.sencrm.common.NotFoundException;
import vn.sencrm.customer.CustomerDocument;
import vn.sencrm.customer.CustomerField;
import vn.sencrm.customer.CustomerKind;
import vn.sencrm.customer.CustomerQueries;
import vn.sencrm.customer.CustomerStage;
import vn.sencrm.customer.CustomerView;
import vn.sencrm.customer.ExistingCustomersSql;
import vn.sencrm.customer.IdentityKey;
import vn.sencrm.customer.IdentityKeys;
import vn.sencrm.customer.LabelledValue;
import vn.sencrm.customer.Person;
import vn.sencrm.customer.gap.RequiredFields;
import vn.sencrm.identity.CurrentUser;
import vn.sencrm.identity.Right;

/** What a conversion would make of a lead, for the dialog that asks for what is missing. */
@Stateless
@RolesAllowed(Right.CUSTOMER_VIEW)
public class ConversionQueries {

    private static final Set<CustomerStage> CONVERTED = EnumSet.of(CustomerStage.CONTACT, CustomerStage.ACCOUNT);

    @Inject
    CustomerQueries customers;

    @Inject
    RequiredFields required;

    @Inject
    KindRules kinds;

    @Inject
    ConversionSql sql;

    @Inject
    ExistingCustomersSql existing;

    @Inject
    CurrentUser currentUser;

    /** @throws NotFoundException when there is none or the caller may not see it */
    public Conversion.Proposal proposal(long id) {
        CustomerView lead = customers.get(id);
        CustomerStage becomes = kinds.becomes(lead.kind());
        List<CustomerField> contactLacks = becomes == CustomerStage.ACCOUNT
                ? required.of(CustomerKind.INDIVIDUAL, CustomerStage.CONTACT)
                : List.of();
        return new Conversion.Proposal(
                lead,
                becomes,
                sql.lacks(id, becomes),
                contactLacks,
                representative(lead),
                existing.withKeys(currentUser.get(), keys(lead), id, CONVERTED));
    }

    /** Those of the lead, and of its representative, who becomes the contact. */
    private Set<IdentityKey> keys(CustomerView lead) {
        Set<IdentityKey> keys = new LinkedHashSet<>(sql.keys(lead.id()));
        if (lead.representative() != null && lead.representative().phone() != null) {
            CustomerDocument person = new CustomerDocument();
            person.put(
                    CustomerField.PHONES,
                    List.of(new LabelledValue(lead.representative().phone(), null)));
            keys.addAll(IdentityKeys.of(person));
        }
        return keys;
    }

    private static Map<String, String> representative(CustomerView lead) {
        Map<String, String> known = new LinkedHashMap<>();
        Person person = lead.representative();
        if (person != null) {
            known.put("name", person.name());
            known.put("phones", person.phone());
            known.put("jobTitle", person.relation());
        }
        return known;
    }
}
