package vn.sencrm.bulk;

/**
 * A single value of a customer that refers to another table by its id.
 *
 * @param name as in documents
 * @param column of {@code customer}
 * @param table what it refers to; by {@code id}
 */
record BulkField(String name, String column, String table) {

    static final BulkField STATUS = new BulkField("status", "status_id", "customer_status");
    static final BulkField CATEGORY = new BulkField("category", "category_id", "customer_category");
    static final BulkField TIER = new BulkField("tier", "tier_id", "customer_tier");
    static final BulkField SOURCE = new BulkField("source", "source_id", "customer_source");
    static final BulkField OWNER = new BulkField("owner", "owner_id", "app_user");
    static final BulkField TEAM = new BulkField("team", "team_id", "team");
}
