package vn.sencrm.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.LongFunction;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.customer.attribute.AttributeFileSql;
import vn.sencrm.customer.attribute.AttributeType;
import vn.sencrm.customer.attribute.AttributesSql;

/** Reads a {@link CustomerLookups}: a handful of small tables, some milliseconds. */
@ApplicationScoped
public class CustomerLookupsSql {

    private static final String CHOICES =
            """
            select 'STATUS' as field, id, code, array[name_vi, name_en] as names
            from customer_status where not archived
            union all select 'CATEGORY', id, code, array[name_vi, name_en] from customer_category where not archived
            union all select 'TIER', id, code, array[name_vi, name_en] from customer_tier where not archived
            union all select 'SOURCE', id, code, array[name_vi, name_en] from customer_source where not archived
            union all select 'TEAM', id, name, array[]::text[] from team where not archived
            union all select 'OWNER', id, username, array[full_name] from app_user where active
            """;

    @Inject
    Database database;

    @Inject
    AttributesSql attributes;

    @Inject
    AttributeFileSql attributeFiles;

    /** All that a check of customers may look up. */
    public CustomerLookups load() {
        return load(file -> null);
    }

    /** Likewise for a user who may refer to the files that they sent. */
    CustomerLookups load(long userId) {
        return load(file -> attributeFiles.sentBy(userId, file));
    }

    private CustomerLookups load(LongFunction<AttributeType> files) {
        List<CustomerLookups.Choice> choices = database.list(
                SqlFragment.of(CHOICES),
                row -> new CustomerLookups.Choice(
                        CustomerField.valueOf(row.getString("field")),
                        row.getLong("id"),
                        row.getString("code"),
                        List.of((String[]) row.getArray("names").getArray())));
        List<CustomerLookups.Location> locations = database.list(
                SqlFragment.of("select code, parent_code, name from location where not archived"),
                row -> new CustomerLookups.Location(row.getString(1), row.getString(2), row.getString(3)));
        return new CustomerLookups(choices, locations, this::accountByCode, attributes.load(), files);
    }

    private Long accountByCode(String code) {
        return database.first(
                        SqlFragment.of(
                                "select id from customer where upper(code) = upper(?) and state = 'ACTIVE'", code),
                        row -> row.getLong(1))
                .orElse(null);
    }
}
