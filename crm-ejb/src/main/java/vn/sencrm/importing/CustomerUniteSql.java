package vn.sencrm.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.sencrm.common.Database;
import vn.sencrm.common.NamedSql;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.customer.CustomerCheck;

/** Makes one change of what several rows of a file say of one customer, and adds what was asked for beside the file. */
@ApplicationScoped
class CustomerUniteSql {

    /**
     * Unites rows of one customer in file order. Each row is compared with the customer as the rows before it leave it;
     * the first that says something new is the leader of all. Of two values the later one wins, or the earlier one
     * where only empty fields are filled.
     */
    private static final String UNITE =
            """
            with repeated as materialized (
                select row_no, match from (
                    select row_no, m.first_row as match, count(*) over (partition by m.first_row) as rows
                    from import_match m join import_verdict v using (run_id, row_no)
                    where m.run_id = :run and m.refusal is null and v.verdict in ('CREATE', 'UPDATE', 'UNCHANGED')) n
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
                select leader, array_agg(kind) as kinds, array_agg(key) as keys
                from (
                    select l.leader, k.kind, k.key
                    from led l cross join lateral unnest(l.key_kinds, l.key_values) as k (kind, key)
                    where l.row_no = case k.kind when 'PHONE' then l.phones_row when 'EMAIL' then l.emails_row
                                                 when 'NAME' then l.name_row end
                    union
                    select u.leader, n.kind, n.key
                    from united u
                    cross join lateral (select u.doc ->> 'taxCode' as tax, u.doc ->> 'citizenId' as citizen) d
                    cross join lateral (values (case length(d.tax) when 12 then 'IDNO' else 'TAX' end, d.tax),
                                               ('IDNO', case length(d.citizen) when 12 then d.citizen end)) as n (kind, key)
                    where n.key is not null) k
                group by leader
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

    /** Customers that would have more tags than they may. */
    private static final String REFUSE_MANY_TAGS =
            """
            with refused as (
                update import_verdict v set verdict = 'REFUSE', error_code = 'TOO_MANY', error_field = 'tags'
                where v.run_id = :run and v.leader is null and v.verdict in ('CREATE', 'UPDATE')
                and jsonb_array_length(v.doc -> 'tags') > :most
                returning v.row_no)
            update import_verdict f set verdict = 'REFUSE', error_code = 'TOO_MANY', error_field = 'tags'
            from refused r where f.run_id = :run and f.leader = r.row_no
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

    /**
     * When every row of the file has its verdict.
     *
     * @param defaults the fields that a new customer gets without saying so, as a document
     */
    void unite(ImportRun run, long user, String defaults) {
        ImportOptions options = run.options();
        if (options.onMatch() != ImportOptions.OnMatch.SKIP) {
            uniteRows(run, user, defaults);
        }
        if (!options.tags().isEmpty()) {
            database.update(NamedSql.of(TAG_ALL, "run", run.id(), "user", user, "tags", options.tags()));
            database.update(NamedSql.of(REFUSE_MANY_TAGS, "run", run.id(), "most", CustomerCheck.TAGS_LIMIT));
        }
        if (options.team() != null) {
            database.update(NamedSql.of(GIVE_TEAM, "run", run.id(), "team", options.team()));
        }
    }

    private void uniteRows(ImportRun run, long user, String defaults) {
        boolean fill = run.options().onMatch() == ImportOptions.OnMatch.FILL_EMPTY;
        database.update(CustomerMatchSql.IN_MEMORY);
        database.update(NamedSql.of(
                UNITE,
                "nearest",
                SqlFragment.of(fill ? "min" : "max"),
                "fill",
                fill,
                "clear",
                run.options().clears(),
                "run",
                run.id(),
                "defaults",
                defaults,
                "user",
                user));
    }
}
