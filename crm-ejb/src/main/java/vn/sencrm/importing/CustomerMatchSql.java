package vn.sencrm.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import vn.sencrm.common.Database;
import vn.sencrm.common.NamedSql;
import vn.sencrm.common.SqlFragment;

/**
 * Finds which rows of a file speak of the same customer by phone, e-mail, tax code or citizen id, and of which one, as
 * if the rows were read one after the other: a row belongs to the customer that has one of its keys, else to the first
 * row that has one. It lays that ready in {@code import_match} for the rest of the transaction.
 */
@ApplicationScoped
class CustomerMatchSql {

    private static final String KEYS =
            """
            create temporary table import_key on commit drop as
            select distinct r.row_no, k.kind, k.key
            from import_row r cross join lateral unnest(r.key_kinds, r.key_values) as k (kind, key)
            where r.run_id = :run and r.error_code is null and k.kind = any (:kinds)
            """;

    /** To a customer (below zero), or to the first row with the same key. */
    private static final String LINKS =
            """
            create temporary table import_link on commit drop as
            select k.row_no, -i.customer_id as root
            from import_key k
            join identity_key i on i.key = k.key and i.kind = k.kind
            join customer c on c.id = i.customer_id and c.state = 'ACTIVE'
            union
            select f.row_no, f.first_row
            from (select row_no, min(row_no) over (partition by kind, key) as first_row from import_key) f
            where f.first_row < f.row_no
            """;

    private static final String MATCHES =
            """
            create temporary table import_match on commit drop as
            select r.row_no, coalesce(l.root, r.row_no) as root, null::text as refusal, null::text as field
            from import_row r
            left join (select row_no, min(root) as root from import_link group by row_no) l using (row_no)
            where r.run_id = :run and r.error_code is null
            """;

    /** A row that leads to one that leads on: each time the way becomes half as long. */
    private static final String SHORTEN =
            """
            update import_match m set root = p.root
            from import_match p
            where m.root > 0 and p.row_no = m.root and p.root <> m.root
            """;

    private static final String REFUSE =
            """
            update import_match m
            set refusal = x.refusal, field = case when x.several then :field else 'code' end
            from (
                select o.row_no, o.several, case
                    when o.several then 'AMBIGUOUS_MATCH'
                    when d.id is not null and o.root <> -coalesce(d.merged_into, d.id)
                        then case when o.root < 0 then 'AMBIGUOUS_MATCH' else 'DUP_IN_DB' end
                    when o.root > 0 and o.code <> o.code_of_match then 'AMBIGUOUS_MATCH'
                    when o.root > 0 and o.root <> o.match_of_code then 'DUP_IN_FILE' end as refusal
                from (
                    select i.row_no, i.root, upper(r.code) as code, s.row_no is not null as several,
                           first_value(upper(r.code)) over (
                               partition by i.root order by r.code is null, i.row_no) as code_of_match,
                           case when r.code is not null then first_value(i.root) over (
                               partition by upper(r.code) order by i.row_no) end as match_of_code
                    from import_match i
                    join import_row r on r.run_id = :run and r.row_no = i.row_no
                    left join (
                        select distinct l.row_no
                        from import_link l
                        join import_match w on w.row_no = l.row_no
                        left join import_match t on t.row_no = l.root
                        where coalesce(t.root, l.root) <> w.root) s on s.row_no = i.row_no) o
                left join customer d on upper(d.code) = o.code) x
            where m.row_no = x.row_no and x.refusal is not null
            """;

    @Inject
    Database database;

    /** Rows that fit several customers, or whose code names another one than their key does, are refused. */
    void match(long run, ImportOptions.Key key) {
        Object[] values = {"run", run, "kinds", key.kinds(), "field", key.field()};
        update(KEYS, values);
        update("create index on import_key (key, kind)", values);
        update("analyze import_key", values);
        update(LINKS, values);
        update("create index on import_link (row_no)", values);
        update(MATCHES, values);
        update("create unique index on import_match (row_no)", values);
        for (String table : List.of("import_link", "import_match")) {
            database.update(SqlFragment.of("analyze " + table));
        }
        int shortened;
        do {
            shortened = update(SHORTEN, values);
        } while (shortened > 0);
        update(REFUSE, values);
    }

    private int update(String sql, Object... values) {
        return database.update(NamedSql.of(sql, values));
    }
}
