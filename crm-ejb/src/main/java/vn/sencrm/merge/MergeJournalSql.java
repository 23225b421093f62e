package vn.sencrm.merge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vn.sencrm.common.Database;
import vn.sencrm.common.NamedSql;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.customer.CustomerForeignKey;
import vn.sencrm.customer.CustomerForeignKeysSql;

/**
 * Moves whatever refers to one customer to another and notes each row, and moves it back: a fixed number of statements
 * for each table that has any, whatever the number of rows. Which tables there are the database itself tells; their
 * names, and nothing a user typed, are put together here.
 */
@ApplicationScoped
class MergeJournalSql {

    /** Contacts of a company are moved with a change of their own, in their history too. */
    static final String CONTACTS = "customer.account_id";

    /** A customer's id at a messenger's is one of its keys and none of its values. */
    private static final String KEYS = "identity_key.customer_id";

    @Inject
    Database database;

    @Inject
    CustomerForeignKeysSql foreignKeys;

    /** Rows that cannot be put back, of one table. */
    record Left(String relation, long rows) {}

    /** What refers to customers and goes along with them; of the keys those that no value of theirs makes. */
    private static List<CustomerForeignKey> moving(List<CustomerForeignKey> all) {
        return all.stream()
                .filter(key ->
                        !key.isHistory() && !key.isOfDuplicates() && !key.name().equals(CONTACTS))
                .filter(key -> !key.isDerived() || key.name().equals(KEYS))
                .toList();
    }

    /** Those that have a row of this customer. */
    private List<CustomerForeignKey> used(List<CustomerForeignKey> keys, long customer) {
        StringBuilder sql = new StringBuilder();
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            sql.append(i == 0 ? "" : " union all ").append("select ").append(i);
            sql.append(" where exists (select from ").append(keys.get(i).table());
            sql.append(" t where t.").append(keys.get(i).column()).append(" = ?)");
            values.add(customer);
        }
        return database.listByKeys(new SqlFragment(sql.toString(), values), row -> keys.get(row.getInt(1)));
    }

    /**
     * Moves all rows of the slave to the master; those of which the master has the like are taken out and kept. What is
     * made of the slave's values goes, and will be made anew.
     */
    void move(long merge, long slave, long master) {
        List<CustomerForeignKey> all = foreignKeys.all();
        dropDerived(all, slave);
        move(merge, slave, master, moving(all));
    }

    /** Moves nothing but the keys by which the slave is known. */
    void moveKeys(long merge, long slave, long master) {
        List<CustomerForeignKey> all = foreignKeys.all();
        dropDerived(all, slave);
        move(
                merge,
                slave,
                master,
                moving(all).stream().filter(key -> key.name().equals(KEYS)).toList());
    }

    private void move(long merge, long slave, long master, List<CustomerForeignKey> keys) {
        Object[] values = {"merge", merge, "slave", slave, "master", master};
        for (CustomerForeignKey key : used(keys, slave)) {
            if (!key.uniques().isEmpty()) {
                database.update(NamedSql.of(suppress(key), with(values, "relation", key.name())));
            }
            database.update(NamedSql.of(move(key), with(values, "relation", key.name())));
        }
    }

    private void dropDerived(List<CustomerForeignKey> all, long slave) {
        List<CustomerForeignKey> derived = all.stream()
                .filter(key -> key.isDerived() && !key.name().equals(KEYS))
                .toList();
        for (CustomerForeignKey key : used(derived, slave)) {
            database.update(SqlFragment.of("delete from " + key.table() + " where " + key.column() + " = ?", slave));
        }
    }

    private static Object[] with(Object[] values, Object... more) {
        List<Object> all = new ArrayList<>(List.of(values));
        all.addAll(List.of(more));
        return all.toArray();
    }

    private static String suppress(CustomerForeignKey key) {
        String likes = key.uniques().stream()
                .map(columns -> "exists (select from " + key.table() + " m where m." + key.column() + " = :master"
                        + columns.stream()
                                .map(column -> " and m." + column + " is not distinct from t." + column)
                                .collect(Collectors.joining())
                        + ")")
                .collect(Collectors.joining(" or "));
        return "with gone as (delete from " + key.table() + " t where t." + key.column() + " = :slave and (" + likes
                + ") returning to_jsonb(t) as kept)"
                + " insert into customer_merge_row (merge_id, slave_id, relation, kind, row)"
                + " select :merge, :slave, :relation, 'SUPPRESSED', kept from gone";
    }

    private static String move(CustomerForeignKey key) {
        String name = key.keys().stream()
                .map(column -> "'" + column.replace("\"", "") + "', t." + column)
                .collect(Collectors.joining(", "));
        return "with moved as (update " + key.table() + " t set " + key.column() + " = " + master(key) + " where t."
                + key.column() + " = :slave returning jsonb_build_object(" + name + ") as name)"
                + " insert into customer_merge_row (merge_id, slave_id, relation, kind, row)"
                + " select :merge, :slave, :relation, 'MOVED', name from moved";
    }

    /** No customer refers to itself. */
    private static String master(CustomerForeignKey key) {
        return key.isOwn() ? "nullif(:master, t.id)" : ":master";
    }

    /** Notes contacts that are about to be moved. */
    void noteContacts(long merge, long slave, List<Long> contacts) {
        if (!contacts.isEmpty()) {
            database.update(SqlFragment.of(
                    """
                    insert into customer_merge_row (merge_id, slave_id, relation, kind, row)
                    select ?, ?, ?, 'MOVED', jsonb_build_object('id', c) from unnest(?) c
                    """,
                    merge,
                    slave,
                    CONTACTS,
                    contacts));
        }
    }

    /** The contacts that a merge took from a slave, locked. */
    List<Long> movedContacts(long merge, long slave) {
        return database.list(
                SqlFragment.of(
                        """
                        select c.id from customer_merge_row j
                        cross join lateral jsonb_populate_record(null::customer, j.row) n
                        join customer c on c.id = n.id
                        where j.merge_id = ? and j.slave_id = ? and j.relation = ?
                        order by c.id for update of c
                        """,
                        merge,
                        slave,
                        CONTACTS),
                row -> row.getLong(1));
    }

    /** Puts everything back where it was, as far as it still is where the merge had put it. */
    void putBack(long merge, long master) {
        Object[] values = {"merge", merge, "master", master};
        for (CustomerForeignKey key : journalled(merge)) {
            Object[] named = with(values, "relation", key.name());
            database.update(NamedSql.of(
                    "update " + key.table() + " t set " + key.column() + " = j.slave_id from " + moved(key) + " where "
                            + stillThere(key),
                    named));
            if (!key.uniques().isEmpty()) {
                database.update(NamedSql.of(
                        "insert into " + key.table() + " select n.* from " + suppressed(key) + " where "
                                + parentsThere(key) + " on conflict do nothing",
                        named));
            }
        }
    }

    /** What {@link #putBack} would leave: rows that are gone or elsewhere, and rows whose group, tag … is gone. */
    List<Left> left(long merge, long master) {
        Object[] values = {"merge", merge, "master", master};
        List<Left> left = new ArrayList<>();
        for (CustomerForeignKey key : journalled(merge)) {
            Object[] named = with(values, "relation", key.name());
            long rows = count(
                            "select count(*) from " + moved(key) + " where not exists (select from " + key.table()
                                    + " t where " + stillThere(key) + ")",
                            named)
                    + count(
                            "select count(*) from " + suppressed(key) + " where not (" + parentsThere(key) + ")",
                            named);
            if (rows > 0) {
                left.add(new Left(key.table(), rows));
            }
        }
        return left;
    }

    private long count(String sql, Object... values) {
        return database.first(NamedSql.of(sql, values), row -> row.getLong(1)).orElseThrow();
    }

    private List<CustomerForeignKey> journalled(long merge) {
        List<String> names = database.list(
                SqlFragment.of("select distinct relation from customer_merge_row where merge_id = ?", merge),
                row -> row.getString(1));
        return foreignKeys.all().stream()
                .filter(key -> names.contains(key.name()) && !key.name().equals(CONTACTS))
                .toList();
    }

    private static String moved(CustomerForeignKey key) {
        return noted(key, "MOVED");
    }

    private static String suppressed(CustomerForeignKey key) {
        return noted(key, "SUPPRESSED");
    }

    private static String noted(CustomerForeignKey key, String kind) {
        return "(select j.slave_id, j.row from customer_merge_row j where j.merge_id = :merge and j.relation = :relation"
                + " and j.kind = '" + kind + "') j cross join lateral jsonb_populate_record(null::" + key.table()
                + ", j.row) n";
    }

    /**
     * Each noted row is looked up by its primary key. Unless the column is part of that, an addition keeps its index
     * out of it: by that index, each of a thousand noted rows would go through the thousand rows of the master.
     */
    private static String stillThere(CustomerForeignKey key) {
        String now = key.isOwn() ? " is not distinct from nullif(:master, t.id)" : " = :master";
        return "t." + key.column() + (key.isOwn() || key.isPartOfKey() ? "" : " + 0") + now
                + key.keys().stream()
                        .map(column -> " and t." + column + " = n." + column)
                        .collect(Collectors.joining());
    }

    private static String parentsThere(CustomerForeignKey key) {
        return "true"
                + key.parents().stream()
                        .map(parent ->
                                " and (n." + parent.column() + " is null or exists (select from " + parent.table()
                                        + " p where p." + parent.tableColumn() + " = n." + parent.column() + "))")
                        .collect(Collectors.joining());
    }
}
