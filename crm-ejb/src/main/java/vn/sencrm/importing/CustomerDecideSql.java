package vn.sencrm.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.sencrm.common.Database;
import vn.sencrm.common.NamedSql;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.identity.Account;
import vn.sencrm.identity.RecordAccessSql;

/**
 * Finds the verdict of every staged customer row in two statements over the whole run, without changing a business
 * table. 100,000 rows take about half a second, rows that overwrite about two.
 */
@ApplicationScoped
class CustomerDecideSql {

    /**
     * One pass over the staged rows, by windows and an index alone: right after a COPY the planner knows nothing of
     * them, and a join of two guesses would loop. Of rows with one code, the first with a name makes a new customer;
     * the others skip or change it.
     */
    private static final String DECIDE =
            """
            insert into import_verdict (run_id, row_no, verdict, error_code, error_field, customer_id, customer_version)
            select r.run_id, r.row_no, v.verdict,
                   coalesce(r.error_code, case j.refusal when 'RESERVED' then 'DUP_IN_DB' else j.refusal end),
                   coalesce(r.error_field, j.lacking, case when j.refusal = 'REQUIRED' then 'name'
                                                           when j.refusal is not null then 'code' end),
                   c.id, c.version
            from (select i.*, min(i.row_no) filter (where i.named) over same_code as first_named
                  from (select run_id, row_no, error_code, error_field, doc -> 'name' is not null as named,
                               case when error_code is null then upper(code) end as code_key,
                               case when not :skip then doc end as doc, :lacking as lacking
                        from import_row where run_id = :run) i
                  window same_code as (partition by i.code_key)) r
            left join customer c on upper(c.code) = r.code_key
            cross join lateral (select r.code_key is null as alone,
                case when r.error_code is null and c.id is null and r.named
                     and (r.code_key is null or r.row_no = r.first_named) then r.lacking end as lacking) as n
            cross join lateral (select n.alone, n.lacking, case
                when r.error_code is not null then r.error_code
                when n.lacking is not null then 'REQUIRED'
                when c.id is null and not r.named
                     and (r.code_key is null or r.first_named is null or r.row_no < r.first_named) then 'REQUIRED'
                -- A deleted customer's code stays taken, and nobody sees the customer to change it.
                when c.state <> 'ACTIVE' then 'RESERVED'
                when c.id is not null and not :skip and not (:mayEdit and :access) then 'NO_RIGHT'
                end as refusal) as j
            cross join lateral (select case when c.id is not null and not :skip
                                            then customer_document(c, :user) end as doc offset 0) as e
            cross join lateral (select case
                when j.refusal is not null then 'REFUSE'
                when c.id is null and (j.alone or r.row_no = r.first_named) then 'CREATE'
                when :skip then 'SKIP'
                when c.id is null then 'UPDATE'
                when e.doc || r.doc = e.doc then 'UNCHANGED'
                else 'UPDATE' end as verdict) as v
            """;

    /** The first field that a new customer of the row's kind must have and the row lacks. */
    private static final String LACKING =
            """
            (select k.name from jsonb_array_elements_text(?::jsonb -> coalesce(doc ->> 'kind', ?)) as k (name)
             where doc -> k.name is null limit 1)
            """;

    /**
     * Under OVERWRITE: unites rows of one code in file order. Each row is compared with the customer as the rows
     * before it leave it; the first that says something new is the leader of all.
     */
    private static final String UNITE =
            """
            with repeated as materialized (
                select row_no, code_key from (
                    select r.row_no, upper(r.code) as code_key, count(*) over (partition by upper(r.code)) as rows
                    from import_row r join import_verdict v using (run_id, row_no)
                    where r.run_id = :run and r.code is not null and v.verdict in ('CREATE', 'UPDATE', 'UNCHANGED')) n
                where rows > 1
            ), member as materialized (
                select d.row_no, d.code_key, v.verdict, r.doc, r.name_fold, r.key_kinds, r.key_values,
                       case when c.id is null then :defaults::jsonb else customer_document(c, :user) end as base
                from repeated d
                join import_row r on r.run_id = :run and r.row_no = d.row_no
                join import_verdict v on v.run_id = :run and v.row_no = d.row_no
                left join customer c on c.id = v.customer_id
            ), state as (
                select m.*, m.base || coalesce(jsonb_union(m.doc) over (
                           partition by code_key order by row_no rows between unbounded preceding and 1 preceding),
                           '{}') as before
                from member m
            ), judged as (
                select s.*, case when s.verdict = 'CREATE' then 'CREATE'
                                 when s.before || s.doc = s.before then 'UNCHANGED' else 'UPDATE' end as judged
                from state s
            ), led as materialized (
                select j.*, min(row_no) filter (where judged <> 'UNCHANGED') over same_code as leader,
                       max(row_no) filter (where doc -> 'phones' is not null) over same_code as last_phones,
                       max(row_no) filter (where doc -> 'emails' is not null) over same_code as last_emails,
                       max(row_no) filter (where doc -> 'name' is not null) over same_code as last_name
                from judged j window same_code as (partition by code_key)
            ), united as (
                select leader, jsonb_union(doc order by row_no) as doc,
                       max(name_fold) filter (where row_no = last_name) as name_fold
                from led group by leader
            ), keyed as (
                select l.leader, array_agg(k.kind) as kinds, array_agg(k.key) as keys
                from led l cross join lateral unnest(l.key_kinds, l.key_values) as k (kind, key)
                where l.row_no = case k.kind when 'PHONE' then l.last_phones when 'EMAIL' then l.last_emails
                                             when 'NAME' then l.last_name end
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
    RecordAccessSql access;

    /**
     * @param defaults the fields that a new customer gets without saying so, as a document
     * @param kind the kind that a new customer is unless its row says otherwise
     * @param required the fields that a new customer of each kind must have, as a JSON object of arrays; null for none
     */
    void decide(ImportRun run, Account user, boolean mayEdit, String defaults, String kind, String required) {
        boolean skip = run.options().onMatch() == ImportOptions.OnMatch.SKIP;
        // A file's rows are sorted once, in memory where they fit.
        database.update(SqlFragment.of("set local work_mem = '64MB'"));
        database.update(SqlFragment.of("delete from import_verdict where run_id = ?", run.id()));
        database.update(NamedSql.of(
                DECIDE,
                "run",
                run.id(),
                "skip",
                skip,
                "lacking",
                required == null ? SqlFragment.of("null::text") : SqlFragment.of(LACKING, required, kind),
                "mayEdit",
                mayEdit,
                "access",
                access.editable(user),
                "user",
                user.id()));
        if (!skip) {
            database.update(NamedSql.of(UNITE, "run", run.id(), "defaults", defaults, "user", user.id()));
        }
    }
}
