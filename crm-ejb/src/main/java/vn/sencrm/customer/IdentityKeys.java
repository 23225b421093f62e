package vn.sencrm.customer;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.sencrm.common.CitizenId;
import vn.sencrm.common.EmailAddress;
import vn.sencrm.common.NameKey;
import vn.sencrm.common.PhoneNumber;
import vn.sencrm.common.TaxCode;
import vn.sencrm.customer.IdentityKey.Kind;

/** Makes the identity keys of a customer from its values; every path that writes a customer writes these. */
public final class IdentityKeys {

    private static final int KEY_LIMIT = 300;

    private IdentityKeys() {}

    /** The keys of the fields that the document has, without repeats. */
    public static Set<IdentityKey> of(CustomerDocument document) {
        Set<IdentityKey> keys = new LinkedHashSet<>();
        for (LabelledValue phone : values(document, CustomerField.PHONES)) {
            add(keys, Kind.PHONE, PhoneNumber.parse(phone.value()).key());
        }
        for (LabelledValue email : values(document, CustomerField.EMAILS)) {
            add(keys, Kind.EMAIL, EmailAddress.parse(email.value()).key());
        }
        addTaxCode(keys, document.text(CustomerField.TAX_CODE));
        if (document.get(CustomerField.CITIZEN_ID) != null) {
            add(
                    keys,
                    Kind.IDNO,
                    CitizenId.parse(document.text(CustomerField.CITIZEN_ID)).key());
        }
        if (document.get(CustomerField.NAME) != null) {
            add(keys, Kind.NAME, NameKey.of(document.text(CustomerField.NAME), isPerson(document)));
        }
        return keys;
    }

    /** A tax code of twelve digits is its holder's citizen id. */
    private static void addTaxCode(Set<IdentityKey> keys, String taxCode) {
        if (taxCode != null) {
            String key = TaxCode.parse(taxCode).key();
            add(keys, key != null && key.length() == 12 ? Kind.IDNO : Kind.TAX, key);
        }
    }

    private static boolean isPerson(CustomerDocument document) {
        String kind = document.text(CustomerField.KIND);
        return kind == null || CustomerKind.valueOf(kind).isPerson();
    }

    private static void add(Set<IdentityKey> keys, Kind kind, String key) {
        if (key != null && !key.isEmpty()) {
            keys.add(new IdentityKey(kind, key.length() > KEY_LIMIT ? key.substring(0, KEY_LIMIT) : key));
        }
    }

    @SuppressWarnings("unchecked")
    private static List<LabelledValue> values(CustomerDocument document, CustomerField field) {
        List<LabelledValue> values = (List<LabelledValue>) document.get(field);
        return values == null ? List.of() : values;
    }
}
