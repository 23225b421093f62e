package vn.sencrm.customer.conversion;

import java.util.List;
import java.util.Map;
import vn.sencrm.customer.CustomerField;
import vn.sencrm.customer.CustomerInput;
import vn.sencrm.customer.CustomerStage;
import vn.sencrm.customer.CustomerView;
import vn.sencrm.customer.ExistingCustomer;

/**
 * What a conversion is asked for.
 *
 * @param version the lead's version that the user saw
 * @param account the account that the lead becomes a contact of; {@link Account#NONE} for none
 * @param contact the contact of a new account; null for the representative as it stands
 * @param fields what was missing of the lead itself
 * @param allowSimilar whether the user has seen that others share a phone or e-mail, and goes on
 */
public record Conversion(int version, Account account, Contact contact, CustomerInput fields, boolean allowSimilar) {

    /**
     * An account by the code of one that exists, or by the name of a new one.
     *
     * @param code null unless it exists
     * @param name null unless it is to be made
     */
    public record Account(String code, String name) {
        public static final Account NONE = new Account(null, null);

        boolean isGiven() {
            return code != null || name != null;
        }
    }

    /**
     * A contact by the code of one that exists, or what a new one is made of.
     *
     * @param code null unless it exists
     */
    public record Contact(String code, CustomerInput fields) {}

    /** A conversion without anything beyond the lead. */
    public static Conversion plain(int version) {
        return new Conversion(version, Account.NONE, null, new CustomerInput(), false);
    }

    /** What became of a lead. */
    public record Result(Party customer, Party account, Party contact) {}

    /**
     * One of the customers that a conversion changed or made.
     *
     * @param made whether the conversion made it
     */
    public record Party(long id, String code, String name, boolean made) {}

    /**
     * What the dialog shows before: what the lead becomes, what it then should have and lacks, and who is like it.
     *
     * @param contactLacks what a new contact should have
     * @param contactBefore what is known of the representative: name, phone, position
     */
    public record Proposal(
            CustomerView lead,
            CustomerStage becomes,
            List<CustomerField> lacks,
            List<CustomerField> contactLacks,
            Map<String, String> contactBefore,
            List<ExistingCustomer> existing) {}
}
