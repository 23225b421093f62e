package vn.sencrm.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import vn.sencrm.common.Database;
import vn.sencrm.common.NamedSql;
import vn.sencrm.common.SqlFragment;

/**
 * Finds which rows of a file speak of the same customer, for the whole file at once, and lays it ready in
 * {@code import_match}; a row that speaks alone, of nobody who is known, is not in it. By phone, e-mail, tax code or
 * citizen id it is as if the rows were read one after the other: a row belongs to the customer that has one of its keys,
 * else to the first row that has one.
 */
@ApplicationScoped
class CustomerMatchSql {

    /** A file's rows are sorted once, in memory where they fit. */
    static final SqlFragment IN_MEMORY = SqlFragment.of("set local work_mem = '64MB'");

    /** The code of a customer that was merged into another means that one. */
    static final String ALIASED =
            """
            left join (
                select upper(a.code) as alias, upper(m.code) as master
                from customer a join customer m on m.id = a.merged_into where a.merged_into is not null
            ) a on a.alias = upper(w.code)
            """;

    private static final String BY_CODE =
            """
            insert into import_match (run_id, row_no, first_row, first_named)
            with coded as (
                select w.row_no, coalesce(a.master, upper(w.code)) collate "C" as code
                from import_row w
                """
                    + ALIASED
                    + """
                where w.run_id = :run and w.error_code is null and w.code is not null)
            select :run, c.row_no, min(c.row_no) over same_code,
                   min(c.row_no) filter (where r.doc -> 'name' is not null) over same_code
            from coded c join import_row r on r.run_id = :run and r.row_no = c.row_no
            where c.code in (select code from coded group by code having count(*) > 1)
            window same_code as (partition by c.code)
            """;

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

    private static final String ROOTS =
            """
            create temporary table import_root on commit drop as
            select r.row_no, coalesce(l.root, r.row_no) as root, null::text as refusal, null::text as field
            from import_row r
            left join (select row_no, min(root) as root from import_link group by row_no) l using (row_no)
            where r.run_id = :run and r.error_code is null
            """;

    /** A row that leads to one that leads on: each time the way becomes half as long. */
    private static final String SHORTEN =
            """
            update import_root m set root = p.root
            from import_root p
            where m.root > 0 and p.row_no = m.root and p.root <> m.root
            """;

    private static final String REFUSE =
            """
            update import_root m
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
                    from import_root i
                    join import_row r on r.run_id = :run and r.row_no = i.row_no
                    left join (
                        select distinct l.row_no
                        from import_link l
                        join import_root w on w.row_no = l.row_no
                        left join import_root t on t.row_no = l.root
                        where coalesce(t.root, l.root) <> w.root) s on s.row_no = i.row_no) o
                left join customer d on upper(d.code) = o.code) x
            where m.row_no = x.row_no and x.refusal is not null
            """;

    private static final String BY_KEY =
            """
            insert into import_match (run_id, row_no, customer_id, first_row, first_named, refusal, field)
            select :run, row_no, customer_id, first_row, first_named, refusal, field
            from (select i.row_no, case when i.root < 0 then -i.root end as customer_id, i.refusal, i.field,
                         count(*) over same_root as rows, min(i.row_no) over same_root as first_row,
                         min(i.row_no) filter (where r.doc -> 'name' is not null) over same_root as first_named
                  from import_root i join import_row r on r.run_id = :run and r.row_no = i.row_no
                  window same_root as (partition by i.root, i.refusal is null)) f
            where customer_id is not null or refusal is not null or rows > 1
            """;

    @Inject
    Database database;

    /** Once for a file, when all its rows are staged. */
    void match(ImportRun run) {
        database.update(IN_MEMORY);
        if (run.options().key() == ImportOptions.Key.CODE) {
            update(BY_CODE, "run", run.id());
        } else {
            matchByKey(run.id(), run.options().key());
        }
    }

    /** Rows that fit several customers, or whose code names another one than their key does, are refused. */
    private void matchByKey(long run, ImportOptions.Key key) {
        Object[] values = {"run", run, "kinds", key.kinds(), "field", key.field()};
        update(KEYS, values);
        update("create index on import_key (key, kind)", values);
        update("analyze import_key", values);
        update(LINKS, values);
        update("create index on import_link (row_no)", values);
        update(ROOTS, values);
        update("create unique index on import_root (row_no)", values);
        for (String table : List.of("import_link", "import_root")) {
            database.update(SqlFragment.of("analyze " + table));
        }
        int shortened;
        do {
            shortened = update(SHORTEN, values);
        } while (shortened > 0);
        update(REFUSE, values);
        update(BY_KEY, values);
    }

    private int update(String sql, Object... values) {
        return database.update(NamedSql.of(sql, values));
    }
}
