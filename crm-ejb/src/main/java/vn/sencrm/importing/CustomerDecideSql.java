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
     * them, and a join of two guesses would loop. Of rows that match each other, the first with a name makes a new
     * customer; the others skip or change it.
     */
    private static final String DECIDE =
            """
            insert into import_verdict
                (run_id, row_no, verdict, error_code, error_field, customer_id, customer_version, doc)
            select r.run_id, r.row_no, v.verdict,
                   coalesce(r.error_code, case j.refusal when 'RESERVED' then 'DUP_IN_DB' else j.refusal end),
                   coalesce(r.error_field, j.lacking, case when j.refusal = 'REQUIRED' then 'name'
                                                           when j.refusal like 'UNKNOWN%' then q.field
                                                           when j.refusal is not null then 'code' end),
                   c.id, c.version, case when :fill and c.id is not null and v.verdict = 'UPDATE'
                                         then r.doc - array(select k.name from jsonb_object_keys(r.doc) as k (name)
                                                            where customer_field(c, k.name, :user) is not null)
                                         when :clear and v.verdict = 'CREATE' then jsonb_strip_nulls(r.doc) end
            from (select i.*, min(i.row_no) filter (where i.named) over same_match as first_named
                  from (:staged) i
                  window same_match as (partition by i.match)) r
            left join customer c on :found
            cross join lateral (select r.match is null as alone,
                case when r.error_code is null and c.id is null and r.named
                     and (r.match is null or r.row_no = r.first_named) then r.lacking end as lacking) as n
            -- What is out of use stays with those that have it.
            cross join lateral (select case when r.retired is not null and not (c.id is not null and :skip) then (
                select k.field from jsonb_each_text(r.retired) as k (field, said)
                where c.id is null or case when :fill then customer_field(c, k.field, :user) is null
                                           else customer_field(c, k.field, :user) is distinct from r.doc -> k.field end
                limit 1) end as field) as q
            cross join lateral (select n.alone, n.lacking, case
                when r.error_code is not null then r.error_code
                when n.lacking is not null then 'REQUIRED'
                when c.id is null and not r.named
                     and (r.match is null or r.first_named is null or r.row_no < r.first_named) then 'REQUIRED'
                -- A deleted customer's code stays taken, and nobody sees the customer to change it.
                when c.state <> 'ACTIVE' then 'RESERVED'
                when c.id is not null and not :skip and not (:mayEdit and :access) then 'NO_RIGHT'
                when q.field is not null then case q.field when 'owner' then 'UNKNOWN_OWNER' else 'UNKNOWN_OPTION' end
                end as refusal) as j
            cross join lateral (select case
                when j.refusal is not null then 'REFUSE'
                when c.id is null and (j.alone or r.row_no = r.first_named) then 'CREATE'
                when :skip then 'SKIP'
                when c.id is null then 'UPDATE'
                when not exists (
                    select from jsonb_each(r.doc) as k (name, value)
                    where case when :fill then customer_field(c, k.name, :user) is null
                               else customer_field(c, k.name, :user) is distinct from nullif(k.value, 'null') end)
                    then 'UNCHANGED'
                else 'UPDATE' end as verdict) as v
            """;

    private static final String STAGED_BY_CODE =
            """
            select run_id, row_no, error_code, error_field, doc -> 'name' is not null as named,
                   case when error_code is null then coalesce(a.master, upper(code)) end as match,
                   case when not :skip then doc end as doc, retired, :lacking as lacking
            from import_row left join (:aliases) a on a.alias = upper(code) where run_id = :run
            """;

    /** The code of a customer that was merged into another means that one. */
    private static final String ALIASES =
            """
            select upper(a.code) as alias, upper(m.code) as master
            from customer a join customer m on m.id = a.merged_into where a.merged_into is not null
            """;

    private static final String STAGED_BY_KEY =
            """
            select w.run_id, w.row_no, coalesce(w.error_code, m.refusal) as error_code,
                   coalesce(w.error_field, m.field) as error_field, doc -> 'name' is not null as named,
                   case when m.refusal is null then m.root end as match,
                   case when not :skip then doc end as doc, w.retired, :lacking as lacking
            from import_row w left join import_match m on m.row_no = w.row_no where w.run_id = :run
            """;

    private static final String MATCHES_BY_CODE =
            "select row_no, coalesce(a.master, upper(code)) as match from import_row"
                    + " left join (:aliases) a on a.alias = upper(code) where run_id = :run and code is not null";

    private static final String MATCHES_BY_KEY = "select row_no, root as match from import_match where refusal is null";

    /** The first field that a new customer of the row's kind must have and the row lacks. */
    private static final String LACKING =
            """
            (select k.name from jsonb_array_elements_text(?::jsonb -> coalesce(doc ->> 'kind', ?)) as k (name)
             where doc -> k.name is null limit 1)
            """;

    /**
     * Unites rows of one customer in file order. Each row is compared with the customer as the rows before it leave it;
     * the first that says something new is the leader of all. Of two values the later one wins, or the earlier one
     * where only empty fields are filled.
     */
    private static final String UNITE =
            """
            with repeated as materialized (
                select row_no, match from (
                    select m.row_no, m.match, count(*) over (partition by m.match) as rows
                    from (:matches) m join import_verdict v on v.run_id = :run and v.row_no = m.row_no
                    where v.verdict in ('CREATE', 'UPDATE', 'UNCHANGED')) n
                where rows > 1
            ), member as materialized (
                select d.row_no, d.match, v.verdict, r.doc, r.name_fold, r.key_kinds, r.key_values,
                       case when c.id is null then :defaults::jsonb else customer_document(c, :user) end as base
                from repeated d
                join import_row r on r.run_id = :run and r.row_no = d.row_no
                join import_verdict v on v.run_id = :run and v.row_no = d.row_no
                left join customer c on c.id = v.customer_id
            ), state as (
                select m.*, case when :fill then coalesce(jsonb_fill(m.doc) over earlier, '{}') || m.base
                                 else m.base || coalesce(jsonb_union(m.doc) over earlier, '{}') end as before
                from member m
                window earlier as (partition by match order by row_no
                                   rows between unbounded preceding and 1 preceding)
            ), judged as (
                select s.*, case when s.verdict = 'CREATE' then 'CREATE'
                                 when case when :fill then s.doc || s.before when :clear then jsonb_strip_nulls(s.before || s.doc)
                                           else s.before || s.doc end
                                      = case when :clear then jsonb_strip_nulls(s.before) else s.before end
                                      then 'UNCHANGED' else 'UPDATE' end as judged
                from state s
            ), led as materialized (
                select j.*, min(row_no) filter (where judged <> 'UNCHANGED') over same_match as leader,
                       :nearest(row_no) filter (where doc -> 'phones' is not null) over same_match as phones_row,
                       :nearest(row_no) filter (where doc -> 'emails' is not null) over same_match as emails_row,
                       :nearest(row_no) filter (where doc -> 'name' is not null) over same_match as name_row
                from judged j window same_match as (partition by match)
            ), united as (
                select leader, case when :fill then jsonb_fill(doc order by row_no)
                                   - case when bool_or(verdict = 'CREATE') then '{}'
                                          else array(select jsonb_object_keys(min(base::text)::jsonb)) end
                               else jsonb_union(doc order by row_no) end as doc,
                       max(name_fold) filter (where row_no = name_row) as name_fold
                from led group by leader
            ), keyed as (
                select l.leader, array_agg(k.kind) as kinds, array_agg(k.key) as keys
                from led l cross join lateral unnest(l.key_kinds, l.key_values) as k (kind, key)
                where l.row_no = case k.kind when 'PHONE' then l.phones_row when 'EMAIL' then l.emails_row
                                             when 'NAME' then l.name_row end
                group by l.leader
            )
            update import_verdict v
            set verdict = l.judged,
                leader = nullif(l.leader, l.row_no),
                doc = case when l.leader = l.row_no then
                           case when :clear and l.judged = 'CREATE' then jsonb_strip_nulls(u.doc) else u.doc end end,
                name_fold = case when l.leader = l.row_no then u.name_fold end,
                key_kinds = case when l.leader = l.row_no then coalesce(k.kinds, '{}') end,
                key_values = case when l.leader = l.row_no then coalesce(k.keys, '{}') end
            from led l left join united u on u.leader = l.leader left join keyed k on k.leader = l.leader
            where v.run_id = :run and v.row_no = l.row_no
            """;

    /** Gives every customer of the file the tags that were asked for, beside those it has or its row says. */
    private static final String TAG_ALL =
            """
            update import_verdict v
            set doc = o.doc || jsonb_build_object('tags', t.tags), verdict = replace(v.verdict, 'UNCHANGED', 'UPDATE')
            from (
                select w.row_no, w.verdict, c.tags,
                       coalesce(w.doc, case when w.verdict = 'UNCHANGED' then '{}' else r.doc end) as doc,
                       row_number() over (partition by coalesce(w.customer_id, -w.row_no) order by w.row_no) as nth
                from import_verdict w join import_row r using (run_id, row_no)
                cross join lateral (select customer_tags(w.customer_id, :user) as tags) c
                where w.run_id = :run and w.leader is null and w.verdict in ('CREATE', 'UPDATE', 'UNCHANGED')) o
            cross join lateral (
                select jsonb_agg(name order by text_fold(name)) as tags
                from (select distinct on (text_fold(n.name)) n.name
                      from (select jsonb_array_elements_text(coalesce(
                                case when jsonb_exists(o.doc, 'tags') then nullif(o.doc -> 'tags', 'null') else o.tags end,
                                '[]')) as name, 1 as rank
                            union all select unnest(:tags::text[]), 2) n
                      order by text_fold(n.name), n.rank) u) t
            where v.run_id = :run and v.row_no = o.row_no and o.nth = 1
            and (o.verdict <> 'UNCHANGED' or t.tags is distinct from o.tags)
            """;

    /** The team of new customers whose rows name none. */
    private static final String GIVE_TEAM =
            """
            update import_verdict v set doc = coalesce(v.doc, r.doc) || jsonb_build_object('team', :team::bigint)
            from import_row r
            where v.run_id = :run and v.verdict = 'CREATE' and v.leader is null
            and r.run_id = v.run_id and r.row_no = v.row_no and coalesce(v.doc, r.doc) -> 'team' is null
            """;

    @Inject
    Database database;

    @Inject
    RecordAccessSql access;

    @Inject
    CustomerMatchSql match;

    /**
     * @param defaults the fields that a new customer gets without saying so, as a document
     * @param kind the kind that a new customer is unless its row says otherwise
     * @param required the fields that a new customer of each kind must have, as a JSON object of arrays; null for none
     */
    void decide(ImportRun run, Account user, boolean mayEdit, String defaults, String kind, String required) {
        ImportOptions options = run.options();
        boolean skip = options.onMatch() == ImportOptions.OnMatch.SKIP;
        boolean fill = options.onMatch() == ImportOptions.OnMatch.FILL_EMPTY;
        boolean byCode = options.key() == ImportOptions.Key.CODE;
        // A file's rows are sorted once, in memory where they fit.
        database.update(SqlFragment.of("set local work_mem = '64MB'"));
        database.update(SqlFragment.of("delete from import_verdict where run_id = ?", run.id()));
        if (!byCode) {
            match.match(run.id(), options.key());
        }
        SqlFragment lacking = required == null ? SqlFragment.of("null::text") : SqlFragment.of(LACKING, required, kind);
        database.update(NamedSql.of(
                DECIDE,
                "staged",
                NamedSql.of(
                        byCode ? STAGED_BY_CODE : STAGED_BY_KEY,
                        "run",
                        run.id(),
                        "skip",
                        skip,
                        "lacking",
                        lacking,
                        "aliases",
                        SqlFragment.of(ALIASES)),
                "found",
                SqlFragment.of(byCode ? "upper(c.code) = r.match" : "c.id = -r.match"),
                "skip",
                skip,
                "fill",
                fill,
                "clear",
                options.clears(),
                "mayEdit",
                mayEdit,
                "access",
                access.editable(user),
                "user",
                user.id()));
        if (!skip) {
            unite(run.id(), user, defaults, byCode, options);
        }
        extras(run.id(), user, options);
    }

    private void unite(long run, Account user, String defaults, boolean byCode, ImportOptions options) {
        boolean fill = options.onMatch() == ImportOptions.OnMatch.FILL_EMPTY;
        database.update(NamedSql.of(
                UNITE,
                "matches",
                byCode
                        ? NamedSql.of(MATCHES_BY_CODE, "run", run, "aliases", SqlFragment.of(ALIASES))
                        : SqlFragment.of(MATCHES_BY_KEY),
                "nearest",
                SqlFragment.of(fill ? "min" : "max"),
                "fill",
                fill,
                "clear",
                options.clears(),
                "run",
                run,
                "defaults",
                defaults,
                "user",
                user.id()));
    }

    /** What was asked for beside the file. */
    private void extras(long run, Account user, ImportOptions options) {
        if (!options.tags().isEmpty()) {
            database.update(NamedSql.of(TAG_ALL, "run", run, "user", user.id(), "tags", options.tags()));
        }
        if (options.team() != null) {
            database.update(NamedSql.of(GIVE_TEAM, "run", run, "team", options.team()));
        }
    }
}
