package vn.sencrm.customer;

import java.util.Collection;
import java.util.List;

/** Groups of customers that are filters. Implemented above, where groups are kept, and found by CDI. */
public interface DynamicGroups {

    /** The filters, as JSON, of those groups of these names that are dynamic. */
    List<String> filters(Collection<String> names);
}
