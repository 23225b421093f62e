package vn.sencrm.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;

/**
 * Whether anybody would miss a record: by the database's own foreign keys, and the triggers that stand for those of
 * customers, so that no table is forgotten.
 */
@ApplicationScoped
class RecordUsesSql {

    private static final String REFERENCES =
            """
            select f.conrelid::regclass::text as table_name, quote_ident(a.attname) as column_name,
                   quote_ident(k.attname) as key_name, false as by_customers
            from pg_constraint f
            join pg_attribute a on a.attrelid = f.conrelid and a.attnum = f.conkey[1]
            join pg_attribute k on k.attrelid = f.confrelid and k.attnum = f.confkey[1]
            where f.contype = 'f' and f.confrelid = ?::regclass and f.conparentid = 0
            union all
            select 'customer', quote_ident(c.name), 'id', true
            from pg_trigger t cross join lateral string_to_table(encode(t.tgargs, 'escape'), '\\000') as c (name)
            where t.tgfoid = 'customer_parent_is_unused'::regproc and t.tgrelid = ?::regclass and c.name <> ''
            order by 1, 2
            """;

    /** @param byCustomers which have no index of it: one look through them must do for all records */
    private record Reference(String table, String column, String key, boolean byCustomers) {

        String isMade() {
            return byCustomers
                    ? "e." + key + " in (select distinct used." + column + " from " + table + " used)"
                    : "exists (select from " + table + " used where used." + column + " = e." + key + ")";
        }
    }

    @Inject
    Database database;

    /** Whether anything but its own parts refers to the record {@code e} of the table. */
    SqlFragment isUsed(String table, Set<String> parts) {
        List<Reference> references = database.listByKeys(
                SqlFragment.of(REFERENCES, table, table),
                row -> new Reference(
                        row.getString("table_name"),
                        row.getString("column_name"),
                        row.getString("key_name"),
                        row.getBoolean("by_customers")));
        String conditions = references.stream()
                .filter(reference -> !parts.contains(reference.table()))
                .map(reference -> " or " + reference.isMade())
                .reduce("false", String::concat);
        return SqlFragment.of("(" + conditions + ")");
    }
}
