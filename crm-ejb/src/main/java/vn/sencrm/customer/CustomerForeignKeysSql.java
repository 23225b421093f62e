package vn.sencrm.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;

/**
 * What refers to customers, as the database's own foreign keys tell it: a table that a later feature, or a newer server
 * beside this one, adds cannot be forgotten.
 */
@ApplicationScoped
public class CustomerForeignKeysSql {

    private static final String ALL =
            """
            select f.conrelid::regclass::text as table_name, quote_ident(a.attname) as column_name,
                   cardinality(f.conkey) = 1
                       and exists (select from pg_index i where i.indrelid = f.conrelid and i.indisprimary)
                       and not exists (select from pg_index i where i.indrelid = f.conrelid and i.indisunique
                                       and (i.indexprs is not null or i.indpred is not null)
                                       and (a.attnum = any (i.indkey) or i.indexprs is not null)) as movable,
                   array(select quote_ident(k.attname)
                         from pg_index i cross join lateral unnest(i.indkey) with ordinality as n (attnum, position)
                         join pg_attribute k on k.attrelid = i.indrelid and k.attnum = n.attnum
                         where i.indrelid = f.conrelid and i.indisprimary and k.attnum <> a.attnum
                         order by n.position) as keys,
                   array(select array_to_string(array(
                                    select quote_ident(k.attname)
                                    from unnest(i.indkey) as n (attnum)
                                    join pg_attribute k on k.attrelid = i.indrelid and k.attnum = n.attnum
                                    where k.attnum <> a.attnum order by k.attnum), ' ')
                         from pg_index i
                         where i.indrelid = f.conrelid and i.indisunique and a.attnum = any (i.indkey)
                         order by i.indexrelid) as uniques,
                   array(select quote_ident(k.attname) || ' ' || o.confrelid::regclass::text || ' ' || quote_ident(p.attname)
                         from pg_constraint o
                         join pg_attribute k on k.attrelid = o.conrelid and k.attnum = o.conkey[1]
                         join pg_attribute p on p.attrelid = o.confrelid and p.attnum = o.confkey[1]
                         where o.conrelid = f.conrelid and o.contype = 'f' and o.oid <> f.oid
                         and cardinality(o.conkey) = 1
                         order by o.conname) as parents
            from pg_constraint f join pg_attribute a on a.attrelid = f.conrelid and a.attnum = f.conkey[1]
            where f.contype = 'f' and f.confrelid = 'customer'::regclass and f.conparentid = 0
            order by 1, 2
            """;

    @Inject
    Database database;

    /** All of them, in the order of their names. */
    public List<CustomerForeignKey> all() {
        return database.listByKeys(SqlFragment.of(ALL), CustomerForeignKeysSql::read);
    }

    private static CustomerForeignKey read(ResultSet row) throws SQLException {
        List<List<String>> uniques = new ArrayList<>();
        for (String columns : texts(row.getArray("uniques"))) {
            uniques.add(words(columns));
        }
        List<CustomerForeignKey.Parent> parents = new ArrayList<>();
        for (String text : texts(row.getArray("parents"))) {
            List<String> parts = words(text);
            parents.add(new CustomerForeignKey.Parent(parts.get(0), parts.get(1), parts.get(2)));
        }
        return new CustomerForeignKey(
                row.getString("table_name"),
                row.getString("column_name"),
                texts(row.getArray("keys")),
                uniques,
                parents,
                row.getBoolean("movable"));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    /** No name of ours has a blank in it. */
    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(" "));
    }
}
