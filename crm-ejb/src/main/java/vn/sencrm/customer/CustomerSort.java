package vn.sencrm.customer;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.sencrm.common.Cursor;
import vn.sencrm.common.CursorMismatchException;
import vn.sencrm.common.LocalDates;
import vn.sencrm.common.UnknownFieldException;

/**
 * The orders of a customer list, as the API and the address of a page write them ({@code -updatedAt}). Name and the two
 * times have an index with the same columns and directions down to the tie-breaker. By any other field the newest
 * {@value CustomerListRequest#SORT_LIMIT} matches are sorted, customers without a value last in either direction.
 */
public final class CustomerSort {

    /** How the values of an order compare, and what stands for none at its end. */
    private enum Type {
        TEXT("text", "chr(1114111)", "''"),
        NUMBER("bigint", "999999999999999999", "-999999999999999999"),
        DATE("date", "'infinity'", "'-infinity'");

        private final String sqlType;
        private final String greatest;
        private final String least;

        Type(String sqlType, String greatest, String least) {
            this.sqlType = sqlType;
            this.greatest = greatest;
            this.least = least;
        }
    }

    /** A field's value in SQL; the customer's alias is {@code c}. Without a type it has an index. */
    private record Order(String expression, Type type) {}

    private static final Map<String, Order> ORDERS = new LinkedHashMap<>();

    static {
        ORDERS.put("updatedAt", new Order("c.updated_at", null));
        ORDERS.put("createdAt", new Order("c.created_at", null));
        ORDERS.put("name", new Order("c.name_fold", null));
        text("code", "upper(c.code)");
        number("kind", "array_position(array['INDIVIDUAL', 'ORGANIZATION', 'SHOP', 'HOUSEHOLD'], c.kind)");
        number("stage", "array_position(array['RAW', 'LEAD', 'CONTACT', 'ACCOUNT'], c.stage)");
        catalogue("status", "customer_status");
        catalogue("category", "customer_category");
        catalogue("source", "customer_source");
        catalogue("tier", "customer_tier");
        text("owner", "(select u.full_name_fold from app_user u where u.id = c.owner_id)");
        text("creator", "(select u.full_name_fold from app_user u where u.id = c.creator_id)");
        text("team", "(select lower(t.name) from team t where t.id = c.team_id)");
        text("account", "(select a.name_fold from customer a where a.id = c.account_id)");
        number("score", "c.score");
        number("stars", "c.stars");
        number("supplier", "case when c.is_supplier then 0 end");
        ORDERS.put("birthday", new Order("c.birthday", Type.DATE));
        text("gender", "c.gender");
        text("phones", "c.phones -> 0 ->> 'value'");
        text("emails", "lower(c.emails -> 0 ->> 'value')");
        text("address.province", "lower(c.addresses -> 0 ->> 'province')");
        text("address.commune", "lower(c.addresses -> 0 ->> 'commune')");
        text("taxCode", "c.tax_code");
        text("citizenId", "c.citizen_id");
        text("jobTitle", "lower(c.job_title)");
        text("industry", "lower(c.industry)");
        text("companySize", "lower(c.company_size)");
    }

    public static final CustomerSort UPDATED_DOWN = new CustomerSort("updatedAt", true);

    private final String field;
    private final boolean descending;
    private final Order order;

    private CustomerSort(String field, boolean descending) {
        this.field = field;
        this.descending = descending;
        this.order = ORDERS.get(field);
    }

    private static void text(String field, String expression) {
        ORDERS.put(field, new Order(expression, Type.TEXT));
    }

    private static void number(String field, String expression) {
        ORDERS.put(field, new Order(expression, Type.NUMBER));
    }

    /** In the order in which the company put the entries. */
    private static void catalogue(String field, String table) {
        number(field, "(select o.position from " + table + " o where o.id = c." + field + "_id)");
    }

    /** @throws UnknownFieldException for a text that is no order of this list; null and blank are the default one */
    public static CustomerSort of(String text) {
        if (text == null || text.isBlank()) {
            return UPDATED_DOWN;
        }
        if (text.equals(UPDATED_DOWN.text())) {
            return UPDATED_DOWN;
        }
        boolean isDescending = text.startsWith("-");
        String name = isDescending ? text.substring(1) : text;
        if (!isSortable(name)) {
            throw new UnknownFieldException(text);
        }
        return new CustomerSort(name, isDescending);
    }

    /** Whether a list can be put in the order of this field. */
    public static boolean isSortable(String field) {
        return ORDERS.containsKey(field);
    }

    public String text() {
        return descending ? "-" + field : field;
    }

    /** The field that decides, without its direction. */
    public String field() {
        return field;
    }

    boolean isDescending() {
        return descending;
    }

    boolean isByTime() {
        return field.equals("updatedAt") || field.equals("createdAt");
    }

    boolean isByChange() {
        return field.equals("updatedAt");
    }

    /** Whether the whole list can be read in this order. */
    boolean isIndexed() {
        return order.type() == null;
    }

    /** The column of an order with an index. */
    String column() {
        return order.expression().substring("c.".length());
    }

    /** What is compared, of {@code customer c}; never null. */
    String key() {
        if (isIndexed()) {
            return order.expression();
        }
        String value = "coalesce(" + order.expression() + ", "
                + (descending ? order.type().least : order.type().greatest) + ")";
        return order.type() == Type.TEXT
                ? "(" + value + " collate \"C\")"
                : "cast(" + value + " as " + order.type().sqlType + ")";
    }

    /** The order of whole lists, of {@code customer c}. */
    public String orderBy() {
        String direction = descending ? " desc" : "";
        return key() + direction + ", c.id" + direction;
    }

    /**
     * Where a page begins, as a parameter.
     *
     * @throws CursorMismatchException for a cursor that no list of ours wrote
     */
    Object position(Cursor cursor) {
        if (isIndexed()) {
            return isByTime() ? cursor.instantAt(0) : cursor.textAt(0);
        }
        String text = cursor.textAt(0);
        boolean isReadable =
                switch (order.type()) {
                    case TEXT -> true;
                    case NUMBER -> text.matches("-?\\d{1,18}");
                    case DATE ->
                        text.endsWith("infinity")
                                ? text.matches("-?infinity")
                                : LocalDates.parse(text).value() != null;
                };
        if (!isReadable) {
            throw new CursorMismatchException();
        }
        return text;
    }

    /** A value of {@link #key} that was written out as a text, as a parameter. */
    String parameter() {
        return isIndexed() ? "?" : "cast(? as " + order.type().sqlType + ")";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CustomerSort sort && sort.text().equals(text());
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
