package vn.sencrm.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;

/** Reads the small tables that customers refer to: all that may be chosen, or the names of a few ids by primary key. */
@ApplicationScoped
class CustomerReferencesSql {

    private static final String CHOICES =
            """
            select * from (
                select 'STATUS' field, code, name_vi, name_en, colour, purpose, position, archived from customer_status
                union all
                select 'CATEGORY', code, name_vi, name_en, colour, null, position, archived from customer_category
                union all
                select 'TIER', code, name_vi, name_en, colour, null, position, archived from customer_tier
                union all
                select 'SOURCE', code, name_vi, name_en, colour, null, position, archived from customer_source
                union all
                select 'TEAM', name, name, name, null, null, 0, archived from team
                union all
                select 'OWNER', username, full_name, full_name, null, null, 0, not active from app_user
            ) as known
            """;

    private static final String ORDER = " order by field, position, name_vi";

    private static final String NAMES =
            """
            select 'STATUS' field, id, name_vi, name_en from customer_status where id = any(?)
            union all select 'CATEGORY', id, name_vi, name_en from customer_category where id = any(?)
            union all select 'TIER', id, name_vi, name_en from customer_tier where id = any(?)
            union all select 'SOURCE', id, name_vi, name_en from customer_source where id = any(?)
            union all select 'TEAM', id, name, name from team where id = any(?)
            union all select 'OWNER', id, full_name, full_name from app_user where id = any(?)
            union all select 'ACCOUNT', id, name, name from customer where id = any(?)
            """;

    /** In the order of the query's parameters. */
    private static final List<CustomerField> REFERENCES = List.of(
            CustomerField.STATUS,
            CustomerField.CATEGORY,
            CustomerField.TIER,
            CustomerField.SOURCE,
            CustomerField.TEAM,
            CustomerField.OWNER,
            CustomerField.ACCOUNT);

    /** Stands for no id: an empty list would be bound as texts. */
    private static final Set<Long> NONE = Set.of(-1L);

    @Inject
    Database database;

    List<CustomerChoices.Choice> choices() {
        return database.list(SqlFragment.of(CHOICES + "where not archived" + ORDER), CustomerReferencesSql::choice);
    }

    List<CustomerChoices.Choice> choices(CustomerField field, String had) {
        return database.list(
                SqlFragment.of(CHOICES + "where field = ? and (not archived or code = ?)" + ORDER, field, had),
                CustomerReferencesSql::choice);
    }

    /** One of those that may be chosen, or that could be once. */
    Optional<CustomerChoices.Choice> find(CustomerField field, String code) {
        return database.first(
                SqlFragment.of(CHOICES + "where field = ? and code = ?", field, code), CustomerReferencesSql::choice);
    }

    private static CustomerChoices.Choice choice(ResultSet row) throws SQLException {
        String purpose = row.getString("purpose");
        return new CustomerChoices.Choice(
                CustomerField.valueOf(row.getString("field")),
                row.getString("code"),
                row.getString("name_vi"),
                row.getString("name_en"),
                row.getString("colour"),
                purpose == null ? null : StatusPurpose.valueOf(purpose));
    }

    List<String> provinces() {
        return database.list(
                SqlFragment.of("select name from location where level = 'PROVINCE' and not archived"
                        + " order by regexp_replace(name_fold, '^(thanh pho|tinh) ', '')"),
                row -> row.getString(1));
    }

    /** Whether what a field refers to is there. */
    boolean exists(CustomerField field, long id) {
        return names(Map.of(field, Set.of(id))).containsKey(field);
    }

    Map<CustomerField, Map<Long, CustomerNames.Name>> names(Map<CustomerField, Set<Long>> ids) {
        Object[] parameters =
                REFERENCES.stream().map(field -> ids.getOrDefault(field, NONE)).toArray();
        Map<CustomerField, Map<Long, CustomerNames.Name>> names = new EnumMap<>(CustomerField.class);
        database.list(SqlFragment.of(NAMES, parameters), row -> names.computeIfAbsent(
                        CustomerField.valueOf(row.getString("field")), f -> new HashMap<>())
                .put(row.getLong("id"), new CustomerNames.Name(row.getString("name_vi"), row.getString("name_en"))));
        return names;
    }
}
