package vn.sencrm.customer;

import java.util.List;
import java.util.stream.Stream;
import vn.sencrm.common.filter.FilterContext;
import vn.sencrm.common.filter.FilterField;
import vn.sencrm.common.filter.FilterFields;
import vn.sencrm.common.filter.FilterType;
import vn.sencrm.common.filter.TextForm;
import vn.sencrm.customer.gap.RequirableFields;

/**
 * What every company's customers can be filtered by; the names are those of the customer JSON. {@link CustomerFilters} adds
 * the attributes that a company defines itself.
 */
public final class CustomerFilterFields {

    private static final String KEYS =
            "exists (select 1 from identity_key k where k.customer_id = c.id and k.kind = '%s' and {})";
    private static final String PLACE = "exists (select 1 from customer_place p where p.customer_id = c.id and {})";

    static final String MISSING = "missing";
    /** Membership in a group of customers, by its name. */
    public static final String GROUP = "group";

    /** In the order in which they are offered. */
    public static final FilterFields BUILT_IN = FilterFields.of(
            FilterField.text("name", "c.name_fold"),
            FilterField.key("code", "upper(c.code)", TextForm.UPPER),
            FilterField.code("kind", "c.kind", CustomerKind.class),
            FilterField.code("stage", "c.stage", CustomerStage.class),
            catalogue("status", "c.status_id", "customer_status"),
            catalogue("category", "c.category_id", "customer_category"),
            catalogue("source", "c.source_id", "customer_source"),
            catalogue("tier", "c.tier_id", "customer_tier"),
            user("owner", "c.owner_id"),
            user("creator", "c.creator_id"),
            FilterField.reference(
                    "team",
                    FilterType.TEAM,
                    "c.team_id",
                    "select id from team where lower(name) = any(?)",
                    TextForm.LOWER),
            FilterField.reference(
                            "tags",
                            FilterType.REFERENCE,
                            "t.tag_id",
                            "select id from tag where name_fold = any(?) and (owner_id is null or owner_id = ?)",
                            TextForm.FOLDED,
                            FilterContext.Slot.ME)
                    .inside("exists (select 1 from customer_tag t where t.customer_id = c.id and {})")
                    .present(
                            "exists (select 1 from customer_tag t join tag g on g.id = t.tag_id"
                                    + " where t.customer_id = c.id and (g.owner_id is null or g.owner_id = ?))",
                            FilterContext.Slot.ME),
            FilterField.reference(
                            "route",
                            FilterType.REFERENCE,
                            "rc.route_id",
                            "select id from route where upper(code) = any(?) or name_fold = any(?)",
                            TextForm.UPPER,
                            TextForm.FOLDED)
                    .inside("exists (select 1 from route_customer rc where rc.customer_id = c.id and {})"),
            // A dynamic group has no members of its own: CustomerFilters puts its filter in their place.
            FilterField.reference(
                            GROUP,
                            FilterType.REFERENCE,
                            "gm.group_id",
                            "select id from customer_group where name_fold = any(?)",
                            TextForm.FOLDED)
                    .inside("exists (select 1 from group_member gm where gm.customer_id = c.id and {})"),
            FilterField.of("phones", FilterType.PHONE, "k.key")
                    .inside(KEYS.formatted("PHONE"))
                    .present("c.phones is not null"),
            FilterField.of("emails", FilterType.EMAIL, "k.key")
                    .inside(KEYS.formatted("EMAIL"))
                    .present("c.emails is not null"),
            // Whole provinces are many customers': asked of the customer itself, where an index joins it with other
            // facets.
            location("address.province", "p.province")
                    .elementOf("jsonb_path_query_array(c.addresses, '$[*].provinceCode')")
                    .present(PLACE.replace("{}", "p.province is not null")),
            location("address.commune", "p.commune").inside(PLACE),
            FilterField.key("taxCode", "c.tax_code", TextForm.EXACT),
            FilterField.key("citizenId", "c.citizen_id", TextForm.EXACT),
            FilterField.of("birthday", FilterType.BIRTHDAY, "c.birthday"),
            FilterField.code("gender", "c.gender", Gender.class),
            FilterField.of("supplier", FilterType.BOOLEAN, "c.is_supplier"),
            FilterField.of("score", FilterType.NUMBER, "c.score"),
            FilterField.of("stars", FilterType.NUMBER, "c.stars"),
            FilterField.of(
                    "followed",
                    FilterType.BOOLEAN,
                    "exists (select 1 from customer_follow f where f.customer_id = c.id and f.user_id = ?)",
                    FilterContext.Slot.ME),
            FilterField.reference(
                    "account",
                    FilterType.REFERENCE,
                    "c.account_id",
                    "select id from customer where upper(code) = any(?)",
                    TextForm.UPPER),
            missing(List.of()),
            FilterField.of("createdAt", FilterType.DATETIME, "c.created_at"),
            FilterField.of("updatedAt", FilterType.DATETIME, "c.updated_at"));

    private CustomerFilterFields() {}

    /** What is lacking of the required fields, and of these attributes, by its name in JSON. */
    static FilterField missing(List<String> attributes) {
        List<String> names = Stream.concat(
                        RequirableFields.all().stream().map(CustomerField::jsonName), attributes.stream())
                .toList();
        return FilterField.code(MISSING, "g.field", names)
                .inside("exists (select 1 from customer_gap g where g.customer_id = c.id and {})")
                .present("exists (select 1 from customer_gap g where g.customer_id = c.id)");
    }

    private static FilterField catalogue(String name, String column, String table) {
        return FilterField.reference(
                name,
                FilterType.REFERENCE,
                column,
                "select id from " + table + " where upper(code) = any(?) or name_vi = any(?) or name_en = any(?)",
                TextForm.UPPER,
                TextForm.EXACT,
                TextForm.EXACT);
    }

    private static FilterField user(String name, String column) {
        return FilterField.reference(
                name,
                FilterType.USER,
                column,
                "select id from app_user where lower(username) = any(?)",
                TextForm.LOWER);
    }

    private static FilterField location(String name, String column) {
        return FilterField.reference(
                name,
                FilterType.REFERENCE,
                column,
                "select code from location where code = any(?) or name_fold = any(?)",
                TextForm.EXACT,
                TextForm.FOLDED);
    }
}
