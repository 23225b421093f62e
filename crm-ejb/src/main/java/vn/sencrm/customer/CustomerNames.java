package vn.sencrm.customer;

import java.util.Map;

/** What the ids in a {@link CustomerDocument} are called today, archived and inactive ones too. */
public final class CustomerNames {

    record Name(String vi, String en) {}

    private final Map<CustomerField, Map<Long, Name>> names;

    CustomerNames(Map<CustomerField, Map<Long, Name>> names) {
        this.names = names;
    }

    /** The name of what a field refers to; the id itself where it is gone. */
    public String of(CustomerField field, long id, String language) {
        Name name = names.getOrDefault(field, Map.of()).get(id);
        if (name == null) {
            return "#" + id;
        }
        return "en".equals(language) ? name.en() : name.vi();
    }
}
