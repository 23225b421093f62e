package vn.sencrm.customer;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Customers were made, brought back or deleted, or something changed by which duplicates are found. Told within the
 * transaction that does it.
 */
public record CustomerKeysChanged(Collection<Long> ids) {

    private static final Set<CustomerField> FIELDS = EnumSet.of(
            CustomerField.KIND,
            CustomerField.NAME,
            CustomerField.PHONES,
            CustomerField.EMAILS,
            CustomerField.TAX_CODE,
            CustomerField.CITIZEN_ID,
            CustomerField.BIRTHDAY,
            CustomerField.ACCOUNT,
            CustomerField.ADDRESSES);

    public static CustomerKeysChanged of(long id) {
        return new CustomerKeysChanged(List.of(id));
    }

    /** The fields by which duplicates are found, by their names in JSON. */
    public static List<String> fields() {
        return FIELDS.stream().map(CustomerField::jsonName).toList();
    }

    /** Whether duplicates are found by one of the fields of a change. */
    static boolean isBy(CustomerDocument changes) {
        return changes.fields().stream().anyMatch(FIELDS::contains);
    }
}
