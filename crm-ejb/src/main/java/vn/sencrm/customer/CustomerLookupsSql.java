package vn.sencrm.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.LongFunction;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.customer.attribute.AttributeFileSql;
import vn.sencrm.customer.attribute.AttributeType;
import vn.sencrm.customer.attribute.Attributes;
import vn.sencrm.customer.attribute.AttributesSql;
import vn.sencrm.location.PlaceIndexSql;

/** Reads a {@link CustomerLookups}: a handful of small tables, some milliseconds. */
@ApplicationScoped
public class CustomerLookupsSql {

    private static final String CHOICES =
            """
            select 'STATUS' as field, id, code, array[name_vi, name_en] as names, archived from customer_status
            union all select 'CATEGORY', id, code, array[name_vi, name_en], archived from customer_category
            union all select 'TIER', id, code, array[name_vi, name_en], archived from customer_tier
            union all select 'SOURCE', id, code, array[name_vi, name_en], archived from customer_source
            union all select 'TEAM', id, name, array[]::text[], archived from team
            union all select 'OWNER', id, username, array[full_name], not active from app_user
            """;

    @Inject
    Database database;

    @Inject
    PlaceIndexSql places;

    @Inject
    AttributesSql attributes;

    @Inject
    AttributeFileSql attributeFiles;

    /** All that a check of customers may look up. */
    public CustomerLookups load() {
        return load(file -> null);
    }

    /** Likewise for what is made beside a lead: nobody can be asked for its attributes there. */
    public CustomerLookups loadForConversion() {
        return load(file -> null, attributes.load().optional());
    }

    /** Likewise for a user who may refer to the files that they sent. */
    public CustomerLookups load(long userId) {
        return load(file -> attributeFiles.sentBy(userId, file));
    }

    /** Likewise where a customer gets back what it once had: files too, whoever sent them, as long as they are kept. */
    CustomerLookups loadForRestoring() {
        return load(attributeFiles::typeOf);
    }

    private CustomerLookups load(LongFunction<AttributeType> files) {
        return load(files, attributes.load());
    }

    private CustomerLookups load(LongFunction<AttributeType> files, Attributes defined) {
        List<CustomerLookups.Choice> choices = database.list(
                SqlFragment.of(CHOICES),
                row -> new CustomerLookups.Choice(
                        CustomerField.valueOf(row.getString("field")),
                        row.getLong("id"),
                        row.getString("code"),
                        List.of((String[]) row.getArray("names").getArray()),
                        row.getBoolean("archived")));
        return new CustomerLookups(choices, places::load, this::accountByCode, defined, files);
    }

    private Long accountByCode(String code) {
        return database.first(
                        SqlFragment.of(
                                """
                                select c.id from customer a join customer c on c.id = coalesce(a.merged_into, a.id)
                                where upper(a.code) = upper(?) and c.state = 'ACTIVE'
                                """,
                                code),
                        row -> row.getLong(1))
                .orElse(null);
    }
}
