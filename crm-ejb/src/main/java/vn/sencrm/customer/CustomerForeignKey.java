package vn.sencrm.customer;

import java.util.List;
import java.util.Set;

/**
 * A column that refers to customers. All names are quoted where SQL needs it.
 *
 * @param keys the other columns of the table's primary key, in order: with the customer, they name a row
 * @param uniques for each unique index that the column is part of, its other columns
 * @param parents what else the table's rows refer to, and must find when one is put back
 * @param movable whether a row can be named and moved: the table has a primary key, and no unique index on the column
 *     is partial or of expressions
 */
public record CustomerForeignKey(
        String table,
        String column,
        List<String> keys,
        List<List<String>> uniques,
        List<Parent> parents,
        boolean movable) {

    /** What is made of a customer's own values again and again. */
    private static final Set<String> DERIVED = Set.of("identity_key", "customer_place", "customer_gap");

    /** What is known of duplicates, which is worked out anew whenever keys change. */
    private static final Set<String> OF_DUPLICATES =
            Set.of("duplicate_pair", "duplicate_member", "duplicate_different");

    /** What tells of this very customer and stays with it, whatever becomes of it. */
    private static final Set<String> HISTORY = Set.of("customer_merge", "customer_merge_slave", "customer_merge_row");

    /** A column of the table, and the table and column to which it refers. */
    public record Parent(String column, String table, String tableColumn) {}

    /** The name under which a journal knows it. */
    public String name() {
        return table + "." + column;
    }

    /** Whether its rows are made of the customer's values, and therefore made anew rather than moved. */
    public boolean isDerived() {
        return DERIVED.contains(table);
    }

    /** Whether its rows tell who may be the same, and follow when keys change. */
    public boolean isOfDuplicates() {
        return OF_DUPLICATES.contains(table);
    }

    /** Whether its rows stay with the customer when it becomes an alias of another. */
    public boolean isHistory() {
        return HISTORY.contains(table);
    }

    /** Whether the column is part of the primary key: a row is then named by it and {@link #keys} together. */
    public boolean isPartOfKey() {
        return uniques.stream().anyMatch(columns -> Set.copyOf(columns).equals(Set.copyOf(keys)));
    }

    /** Whether it is a column of customers themselves. */
    public boolean isOwn() {
        return table.equals("customer");
    }
}
