package vn.sencrm.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.sencrm.common.Database;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.identity.Account;
import vn.sencrm.identity.RecordAccess;

/**
 * Finds the verdict of every staged customer row in two statements over the whole run, without changing a business
 * table. 100,000 rows take about half a second, rows that overwrite about two.
 */
@ApplicationScoped
class CustomerDecideSql {

    /**
     * Codes that several sound rows of the file name; under OVERWRITE the first row with a name makes a new customer
     * and the others change it.
     */
    private static final String REPEATED =
            """
            select upper(code) as code_key, min(row_no) filter (where doc -> 'name' is not null) as first_named
            from import_row where run_id = :run and code is not null and error_code is null
            group by upper(code) having count(*) > 1
            """;

    private static final String DECIDE =
            """
            insert into import_verdict (run_id, row_no, verdict, error_code, error_field, customer_id, customer_version)
            select r.run_id, r.row_no, v.verdict,
                   coalesce(r.error_code, case v.refusal when 'REQUIRED' then 'REQUIRED' when 'NO_RIGHT' then 'NO_RIGHT'
                                                         when 'RESERVED' then 'DUP_IN_DB' end),
                   coalesce(r.error_field, case v.refusal when 'REQUIRED' then 'name' when 'NO_RIGHT' then 'code'
                                                          when 'RESERVED' then 'code' end),
                   c.id, c.version
            from import_row r
            left join (:repeated) d on d.code_key = upper(r.code)
            left join customer c on upper(c.code) = upper(r.code) and r.error_code is null
            cross join lateral (select case
                when r.error_code is not null then 'ERROR'
                when c.id is null and r.doc -> 'name' is null
                     and (d.first_named is null or r.row_no < d.first_named) then 'REQUIRED'
                -- A deleted customer's code stays taken, and nobody sees the customer to change it.
                when c.state <> 'ACTIVE' then 'RESERVED'
                when c.id is not null and not :skip and not (:mayEdit and :access) then 'NO_RIGHT'
                end) as j (refusal)
            cross join lateral (select j.refusal, case
                when j.refusal is not null then 'REFUSE'
                when c.id is null and (d.code_key is null or r.row_no = d.first_named) then 'CREATE'
                when :skip then 'SKIP'
                when c.id is null then 'UPDATE'
                when customer_document(c, :user) || r.doc = customer_document(c, :user) then 'UNCHANGED'
                else 'UPDATE' end) as v (refusal, verdict)
            where r.run_id = :run
            """;

    /**
     * Under OVERWRITE: unites rows of one code in file order. Each row is compared with the customer as the rows
     * before it leave it.
     */
    private static final String UNITE =
            """
            with member as (
                select v.row_no, d.code_key, v.verdict, r.doc, r.name_fold, r.key_kinds, r.key_values,
                       case when c.id is null then :defaults::jsonb else customer_document(c, :user) end as base
                from (:repeated) d
                join import_row r on r.run_id = :run and upper(r.code) = d.code_key
                join import_verdict v on v.run_id = r.run_id and v.row_no = r.row_no
                left join customer c on c.id = v.customer_id
                where v.verdict in ('CREATE', 'UPDATE', 'UNCHANGED')
            ), state as (
                select m.*, m.base || coalesce(jsonb_union(m.doc) over (
                           partition by code_key order by row_no rows between unbounded preceding and 1 preceding),
                           '{}') as before
                from member m
            ), judged as (
                select s.*, case when s.verdict = 'CREATE' then 'CREATE'
                                 when s.before || s.doc = s.before then 'UNCHANGED' else 'UPDATE' end as judged
                from state s
            ), led as (
                select j.*, min(row_no) filter (where judged <> 'UNCHANGED') over (partition by code_key) as leader
                from judged j
            ), united as (
                select l.leader, jsonb_union(l.doc order by l.row_no) as doc,
                       (array_agg(l.name_fold order by l.row_no desc) filter (where l.name_fold is not null))[1]
                           as name_fold
                from led l where l.leader is not null group by l.leader
            ), keyed as (
                select l.leader, array_agg(k.kind) as kinds, array_agg(k.key) as keys
                from led l cross join lateral unnest(l.key_kinds, l.key_values) as k (kind, key)
                where not exists (
                    select 1 from led later where later.leader = l.leader and later.row_no > l.row_no
                    and later.doc -> case k.kind when 'PHONE' then 'phones' when 'EMAIL' then 'emails'
                                                 when 'NAME' then 'name' end is not null)
                group by l.leader
            )
            update import_verdict v
            set verdict = l.judged,
                leader = nullif(l.leader, l.row_no),
                doc = case when l.leader = l.row_no then u.doc end,
                name_fold = case when l.leader = l.row_no then u.name_fold end,
                key_kinds = case when l.leader = l.row_no then coalesce(k.kinds, '{}') end,
                key_values = case when l.leader = l.row_no then coalesce(k.keys, '{}') end
            from led l left join united u on u.leader = l.leader left join keyed k on k.leader = l.leader
            where v.run_id = :run and v.row_no = l.row_no
            """;

    @Inject
    Database database;

    @Inject
    RecordAccess access;

    /** @param defaults the fields that a new customer gets without saying so, as a document */
    void decide(ImportRun run, Account user, boolean mayEdit, String defaults) {
        boolean skip = run.options().onMatch() == ImportOptions.OnMatch.SKIP;
        SqlFragment repeated = NamedSql.of(REPEATED, "run", run.id());
        database.update(SqlFragment.of("delete from import_verdict where run_id = ?", run.id()));
        database.update(NamedSql.of(
                DECIDE,
                "run",
                run.id(),
                "repeated",
                repeated,
                "skip",
                skip,
                "mayEdit",
                mayEdit,
                "access",
                access.predicate(user),
                "user",
                user.id()));
        if (!skip) {
            database.update(
                    NamedSql.of(UNITE, "run", run.id(), "repeated", repeated, "defaults", defaults, "user", user.id()));
        }
    }
}
