package vn.sencrm.customer.gap;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import vn.sencrm.customer.CustomerField;
import vn.sencrm.customer.CustomerKind;

/** What may be required of customers: fields that can be empty. Names, codes and flags always have a value. */
public final class RequirableFields {

    private static final Set<CustomerField> POSSIBLE = EnumSet.of(
            CustomerField.PHONES,
            CustomerField.EMAILS,
            CustomerField.WEBSITES,
            CustomerField.SOCIALS,
            CustomerField.ADDRESSES,
            CustomerField.GENDER,
            CustomerField.BIRTHDAY,
            CustomerField.CITIZEN_ID,
            CustomerField.TAX_CODE,
            CustomerField.JOB_TITLE,
            CustomerField.ACCOUNT,
            CustomerField.REPRESENTATIVE,
            CustomerField.INDUSTRY,
            CustomerField.COMPANY_SIZE,
            CustomerField.MEMBERS,
            CustomerField.STATUS,
            CustomerField.CATEGORY,
            CustomerField.SOURCE,
            CustomerField.TIER,
            CustomerField.OWNER,
            CustomerField.TEAM,
            CustomerField.NOTES);

    private RequirableFields() {}

    /** All of them, in the order of the form. */
    public static List<CustomerField> all() {
        return List.copyOf(POSSIBLE);
    }

    /** Those of a kind, in the order of its form. */
    public static List<CustomerField> of(CustomerKind kind) {
        return POSSIBLE.stream().filter(field -> field.kinds().contains(kind)).toList();
    }
}
