package vn.sencrm.duplicate;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import vn.sencrm.common.NameKey;
import vn.sencrm.customer.Address;
import vn.sencrm.customer.CustomerDocument;
import vn.sencrm.customer.CustomerField;
import vn.sencrm.customer.CustomerKind;

/**
 * What is needed to find those who may be a customer by their name: the name and what must agree beside it.
 *
 * @param id 0 for a customer that is not stored yet
 * @param name folded; null where the name holds no word
 * @param birthday null where it is not known, as is the account
 */
record NameFacts(long id, String name, LocalDate birthday, Long account, List<String> communes) {

    /** Of a customer as it is about to be written. */
    @SuppressWarnings("unchecked")
    static NameFacts of(long id, CustomerDocument document) {
        String kind = document.text(CustomerField.KIND);
        boolean person = kind == null || CustomerKind.valueOf(kind).isPerson();
        List<Address> addresses = (List<Address>) document.get(CustomerField.ADDRESSES);
        return new NameFacts(
                id,
                NameKey.of(document.text(CustomerField.NAME), person),
                (LocalDate) document.get(CustomerField.BIRTHDAY),
                (Long) document.get(CustomerField.ACCOUNT),
                addresses == null
                        ? List.of()
                        : addresses.stream()
                                .map(Address::communeCode)
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList());
    }
}
