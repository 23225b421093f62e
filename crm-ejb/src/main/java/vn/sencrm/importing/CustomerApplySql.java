package vn.sencrm.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import vn.sencrm.assignment.Dealer;
import vn.sencrm.common.Database;
import vn.sencrm.common.NamedSql;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.common.TextFold;
import vn.sencrm.customer.attribute.Attribute;

/**
 * Turns verdicts into customers, keys, places, tags and audit entries: a fixed number of statements per step, whatever
 * the number of rows. What a step writes is gathered once, by primary keys, in a temporary table that ends with it.
 */
@ApplicationScoped
class CustomerApplySql {

    /** The changes of this step with what is to be written: the row's own document, or the union it leads. */
    private static final String CHANGES =
            """
            create temporary table import_now on commit drop as
            select h.row_no, h.customer_id, h.created, h.code, h.before, v.customer_version, v.doc is not null as united,
                   coalesce(v.doc, r.doc) as doc, coalesce(v.name_fold, r.name_fold) as name_fold,
                   coalesce(v.key_kinds, r.key_kinds) as key_kinds, coalesce(v.key_values, r.key_values) as key_values
            from import_change h
            join import_row r on r.run_id = h.run_id and r.row_no = h.row_no
            join import_verdict v on v.run_id = h.run_id and v.row_no = h.row_no
            where h.run_id = :run and h.row_no > :after and h.row_no <= :upTo
            order by h.row_no
            """;

    private static final String VALUES =
            """
            cross join lateral jsonb_to_record(h.doc) as d (
                kind text, stage text, name text, status bigint, category bigint, tier bigint, source bigint,
                owner bigint, team bigint, account bigint, supplier boolean, phones jsonb, emails jsonb,
                addresses jsonb, socials jsonb, websites jsonb, "taxCode" text, "citizenId" text, birthday date,
                gender text, "jobTitle" text, industry text, "companySize" text, representative jsonb, members jsonb,
                notes text)
            """;

    /** What the rows say of attributes; nothing is unpacked where no column feeds one. */
    private static final String ATTRIBUTES = "document_attributes(h.doc)";

    private static final String UPDATE =
            """
            update customer c set
                version = c.version + 1, updated_at = :now,
                kind = coalesce(d.kind, c.kind), stage = coalesce(d.stage, c.stage),
                name = coalesce(d.name, c.name),
                name_fold = case when d.name is null then c.name_fold else h.name_fold end,
                status_id = coalesce(d.status, c.status_id), category_id = coalesce(d.category, c.category_id),
                tier_id = coalesce(d.tier, c.tier_id), source_id = coalesce(d.source, c.source_id),
                owner_id = coalesce(d.owner, c.owner_id), team_id = coalesce(d.team, c.team_id),
                account_id = coalesce(d.account, c.account_id),
                is_supplier = coalesce(d.supplier, c.is_supplier), phones = coalesce(d.phones, c.phones),
                emails = coalesce(d.emails, c.emails), addresses = coalesce(d.addresses, c.addresses),
                socials = coalesce(d.socials, c.socials), websites = coalesce(d.websites, c.websites),
                tax_code = coalesce(d."taxCode", c.tax_code), citizen_id = coalesce(d."citizenId", c.citizen_id),
                birthday = coalesce(d.birthday, c.birthday), gender = coalesce(d.gender, c.gender),
                job_title = coalesce(d."jobTitle", c.job_title), industry = coalesce(d.industry, c.industry),
                company_size = coalesce(d."companySize", c.company_size),
                representative = coalesce(d.representative, c.representative),
                members = coalesce(d.members, c.members), notes = coalesce(d.notes, c.notes),
                attributes = coalesce(c.attributes || :attributes, c.attributes, :attributes)
            from import_now h
            """;

    /** The same where a field that is given empty is emptied, rather than left as it is. */
    private static final String CLEARING = UPDATE.replaceAll(
                    "coalesce\\(d\\.\"?(\\w+)\"?, c\\.(\\w+)\\)",
                    "case when jsonb_exists(h.doc, '$1') then d.\"$1\" else c.$2 end")
            .replace(
                    "coalesce(c.attributes || :attributes, c.attributes, :attributes)",
                    "nullif(jsonb_strip_nulls(coalesce(c.attributes || :attributes, c.attributes, :attributes)), '{}')");

    @Inject
    Database database;

    @Inject
    Dealer dealer;

    @Inject
    Clock clock;

    /**
     * GIN indexes gather what is new in a list and sort it in when the list is full: once for a step instead of some
     * three times, which is a quarter of what it takes to insert customers.
     */
    private static final String GATHER_WORDS = "set local gin_pending_list_limit = '64MB'";

    /** Not left to who searches next, who would read the list from its beginning. */
    private static final String SORT_WORDS_IN =
            """
            select gin_clean_pending_list(x.indexrelid)
            from pg_index x join pg_class i on i.oid = x.indexrelid join pg_am a on a.oid = i.relam
            where x.indrelid = 'customer'::regclass and a.amname = 'gin'
            """;

    /** One step's names and values, given to each of its statements. */
    private final class Step {

        private final ImportRun run;
        private final Object[] values;

        Step(ImportRun run, int after, int upTo, long user, ImportOptions defaults) {
            this.run = run;
            values = new Object[] {
                "run",
                run.id(),
                "after",
                after,
                "upTo",
                upTo,
                "user",
                user,
                "now",
                clock.instant(),
                "kind",
                defaults.kind(),
                "stage",
                defaults.stage(),
                "field",
                run.options().key().field(),
                "kinds",
                run.options().key().kinds(),
                "attributes",
                SqlFragment.of(hasAttributes(run) ? ATTRIBUTES : "null::jsonb")
            };
        }

        private static boolean hasAttributes(ImportRun run) {
            return run.mapping().values().stream().anyMatch(field -> field.startsWith(Attribute.FILTER_PREFIX));
        }

        int run(String sql) {
            return database.update(NamedSql.of(sql, values));
        }

        boolean is(String condition) {
            return database.first(NamedSql.of("select exists (" + condition + ")", values), row -> row.getBoolean(1))
                    .orElse(false);
        }
    }

    // ---- once per run

    /** The tags that the rows name: those that the user sees, and new ones of the user's own for the others. */
    void prepareTags(long run, long user) {
        List<String> names = database.list(
                NamedSql.of(
                        """
                        select distinct t.name
                        from import_verdict v join import_row r using (run_id, row_no)
                        cross join lateral jsonb_array_elements_text(
                            nullif(coalesce(v.doc, r.doc) -> 'tags', 'null')) as t (name)
                        where v.run_id = :run and v.verdict in ('CREATE', 'UPDATE')
                        """,
                        "run",
                        run),
                row -> row.getString(1));
        List<String> folds = names.stream().map(TextFold::fold).toList();
        database.update(NamedSql.of(
                """
                insert into tag (id, name, name_fold, owner_id)
                select nextval('tag_seq'), n.name, n.fold, :user
                from (select distinct on (fold) name, fold from unnest(:names, :folds) as u (name, fold)) n
                where not exists (select 1 from tag t where t.name_fold = n.fold
                                  and (t.owner_id is null or t.owner_id = :user))
                on conflict do nothing
                """,
                "user",
                user,
                "names",
                names,
                "folds",
                folds));
        database.update(NamedSql.of(
                """
                insert into import_tag (run_id, name, tag_id)
                select distinct on (n.name) :run, n.name, t.id
                from unnest(:names, :folds) as n (name, fold)
                join tag t on t.name_fold = n.fold and (t.owner_id is null or t.owner_id = :user)
                order by n.name, t.owner_id nulls last
                on conflict do nothing
                """,
                "run",
                run,
                "user",
                user,
                "names",
                names,
                "folds",
                folds));
    }

    /** Moves the generator of codes beyond those of its own form that the file brings. */
    void prepareCodes(long run) {
        database.first(
                NamedSql.of(
                        """
                        select setval('customer_code_seq', typed.n) from customer_code_seq,
                            (select max(substr(r.code, 3)::bigint) as n
                             from import_verdict v join import_row r using (run_id, row_no)
                             where v.run_id = :run and v.verdict = 'CREATE' and r.code ~* '^KH[0-9]{1,12}$') typed
                        where typed.n > last_value
                        """,
                        "run",
                        run),
                row -> 1);
    }

    // ---- one step

    void apply(ImportRun run, int after, int upTo, long user, ImportOptions defaults) {
        Step step = new Step(run, after, upTo, user, defaults);
        boolean updates = step.is(verdictsOf("UPDATE"));
        boolean creations = step.is(verdictsOf("CREATE"));
        boolean dealt = creations && (run.imports("team") || run.options().team() != null);
        if (dealt) {
            dealer.lockTurns(teamsThatDeal(step));
        }
        if (updates) {
            refuseStaleUpdates(step);
            notePreviousValues(step);
        }
        if (creations) {
            refuseStaleCodes(step);
            if (run.options().key() != ImportOptions.Key.CODE) {
                refuseStaleKeys(step);
            }
            reserve(step);
        }
        if (updates || creations) {
            database.update(SqlFragment.of(GATHER_WORDS));
            step.run(CHANGES);
            if (dealt) {
                dealOut(step);
            }
            write(step, updates, creations);
            database.list(SqlFragment.of(SORT_WORDS_IN), row -> row.getLong(1));
        }
    }

    private static void write(Step step, boolean updates, boolean creations) {
        if (updates) {
            update(step);
        }
        if (creations) {
            create(step);
        }
        if (givesTags(step.run)) {
            writeTags(step);
        }
        writeAudit(step);
    }

    static boolean givesTags(ImportRun run) {
        return run.imports("tags") || !run.options().tags().isEmpty();
    }

    private static String verdictsOf(String verdict) {
        return "select 1 from import_verdict v where v.run_id = :run and v.row_no > :after and v.row_no <= :upTo"
                + " and v.leader is null and v.verdict = '" + verdict + "'";
    }

    // ---- creating

    /** Whoever took a code since the check keeps it. */
    private static void refuseStaleCodes(Step step) {
        int stale = step.run(
                """
                update import_verdict v set verdict = 'REFUSE', error_code = 'STALE', error_field = 'code'
                from import_row r, customer c
                where v.run_id = :run and v.row_no > :after and v.row_no <= :upTo and v.verdict = 'CREATE'
                and r.run_id = v.run_id and r.row_no = v.row_no and upper(c.code) = upper(r.code)
                """);
        refuseFollowers(step, stale);
    }

    /** Whoever has one of a new row's keys since the check is whom the row means. */
    private static void refuseStaleKeys(Step step) {
        int stale = step.run(
                """
                update import_verdict v set verdict = 'REFUSE', error_code = 'STALE', error_field = :field
                from import_row r
                where v.run_id = :run and v.row_no > :after and v.row_no <= :upTo and v.verdict = 'CREATE'
                and v.leader is null and r.run_id = v.run_id and r.row_no = v.row_no
                and exists (select from unnest(coalesce(v.key_kinds, r.key_kinds),
                                               coalesce(v.key_values, r.key_values)) as k (kind, key)
                            join identity_key i on i.key = k.key and i.kind = k.kind
                            join customer c on c.id = i.customer_id and c.state = 'ACTIVE'
                            where k.kind = any (:kinds))
                """);
        refuseFollowers(step, stale);
    }

    /** Rows that were to change what their leader makes or changes fall with it. */
    private static void refuseFollowers(Step step, int stale) {
        if (stale > 0) {
            step.run(
                    """
                    update import_verdict f set verdict = 'REFUSE', error_code = 'STALE', error_field = 'code'
                    from import_verdict v
                    where v.run_id = :run and v.row_no > :after and v.row_no <= :upTo and v.error_code = 'STALE'
                    and f.run_id = v.run_id and f.leader = v.row_no
                    """);
        }
    }

    /** Gives ids, in whole blocks of the sequence as entities take them, and codes to rows without one. */
    private static void reserve(Step step) {
        step.run(
                """
                insert into import_change (run_id, row_no, customer_id, created, code, version)
                with fresh as (
                    select r.row_no, r.code, row_number() over (order by r.row_no) - 1 as n
                    from import_verdict v join import_row r using (run_id, row_no)
                    where v.run_id = :run and v.row_no > :after and v.row_no <= :upTo
                    and v.verdict = 'CREATE' and v.leader is null
                ), block as materialized (
                    select b, nextval('customer_seq') - 49 as first_id
                    from generate_series(0, (select (count(*) - 1) / 50 from fresh)) as b
                )
                select :run, f.row_no, b.first_id + f.n % 50, true,
                       coalesce(f.code, customer_code(nextval('customer_code_seq'))), 1
                from fresh f join block b on b.b = f.n / 50
                """);
        int taken;
        do {
            taken = step.run(
                    """
                    update import_change h set code = customer_code(nextval('customer_code_seq'))
                    from import_row r
                    where h.run_id = :run and h.row_no > :after and h.row_no <= :upTo and h.created
                    and r.run_id = h.run_id and r.row_no = h.row_no and r.code is null
                    and exists (select 1 from customer c where upper(c.code) = upper(h.code))
                    """);
        } while (taken > 0);
    }

    private static void create(Step step) {
        step.run(
                """
                insert into customer (id, version, code, kind, stage, name, name_fold, status_id, category_id, tier_id,
                    source_id, owner_id, creator_id, team_id, account_id, is_supplier, phones, emails, addresses,
                    socials, websites, tax_code, citizen_id, birthday, gender, job_title, industry, company_size,
                    representative, members, notes, attributes, created_at, updated_at)
                select h.customer_id, 1, h.code, coalesce(d.kind, :kind), coalesce(d.stage, :stage), d.name, h.name_fold,
                       d.status, d.category, d.tier, d.source,
                       case when jsonb_exists(h.doc, 'owner') then d.owner else :user end, :user, d.team, d.account,
                       coalesce(d.supplier, false), d.phones, d.emails, d.addresses, d.socials, d.websites,
                       d."taxCode", d."citizenId", d.birthday, d.gender, d."jobTitle", d.industry, d."companySize",
                       d.representative, d.members, d.notes, :attributes, :now, :now
                from import_now h
                """
                        + VALUES + "where h.created");
        insertKeys(step, "h.created and (not h.united or k.kind not in ('TAX', 'IDNO'))");
        insertNumberKeys(step, "h.created and h.united");
        insertPlaces(step, "h.created");
    }

    // ---- dealing out

    /** The teams with a rule of rows that name no owner, before anything else is locked. */
    private List<Long> teamsThatDeal(Step step) {
        return database.list(
                NamedSql.of(
                        """
                        select distinct t.id
                        from import_verdict v
                        join import_row r using (run_id, row_no)
                        cross join lateral (select coalesce(v.doc, r.doc) as doc) d
                        join team t on t.id = (d.doc ->> 'team')::bigint and t.mode <> 'NONE' and not t.archived
                        where v.run_id = :run and v.row_no > :after and v.row_no <= :upTo and v.verdict = 'CREATE'
                        and v.leader is null and d.doc ->> 'owner' is null
                        order by t.id
                        """,
                        step.values),
                row -> row.getLong(1));
    }

    /** Gives the new customers of those teams their owners, in the order of the rows; none to those that must wait. */
    private void dealOut(Step step) {
        Map<Long, Integer> waiting = new LinkedHashMap<>();
        database.list(
                NamedSql.of(
                        """
                        select t.id, count(*) as customers
                        from import_now h
                        join team t on t.id = (h.doc ->> 'team')::bigint and t.mode <> 'NONE' and not t.archived
                        where h.created and h.doc ->> 'owner' is null group by t.id order by t.id
                        """),
                row -> waiting.put(row.getLong("id"), row.getInt("customers")));
        waiting.forEach((team, customers) ->
                putOwners(team, dealer.deal(team, customers).owners()));
    }

    private void putOwners(long team, long[] owners) {
        database.update(NamedSql.of(
                """
                update import_now h set doc = h.doc || jsonb_build_object('owner', nullif(o.owner_id, 0))
                from (select row_no, row_number() over (order by row_no) as place from import_now
                      where created and (doc ->> 'team')::bigint = :team and doc ->> 'owner' is null) as n
                join unnest(:owners::bigint[]) with ordinality as o (owner_id, place) using (place)
                where h.row_no = n.row_no
                """,
                "team",
                team,
                "owners",
                LongStream.of(owners).boxed().toList()));
    }

    // ---- changing

    /** Locks the customers in the order of their ids; those changed since the check are left alone. */
    private void refuseStaleUpdates(Step step) {
        database.list(
                NamedSql.of(
                        """
                        select c.id from customer c
                        where c.id in (select v.customer_id from import_verdict v where v.run_id = :run
                                       and v.row_no > :after and v.row_no <= :upTo and v.verdict = 'UPDATE'
                                       and v.leader is null)
                        order by c.id for no key update
                        """,
                        step.values),
                row -> row.getLong(1));
        int stale = step.run(
                """
                update import_verdict v set verdict = 'REFUSE', error_code = 'STALE', error_field = 'code'
                from customer c
                where v.run_id = :run and v.row_no > :after and v.row_no <= :upTo and v.verdict = 'UPDATE'
                and v.leader is null and c.id = v.customer_id
                and (c.version <> v.customer_version or c.state <> 'ACTIVE')
                """);
        refuseFollowers(step, stale);
    }

    /** Rows that together change nothing (one took back what the other said) are no change. */
    private static void notePreviousValues(Step step) {
        step.run(
                """
                insert into import_change (run_id, row_no, customer_id, created, code, before, version, name_fold,
                                           updated_before, key_kinds, key_values)
                select v.run_id, v.row_no, c.id, false, c.code, b.before, c.version + 1, c.name_fold, c.updated_at,
                       k.kinds, k.keys
                from import_verdict v
                join import_row r using (run_id, row_no)
                join customer c on c.id = v.customer_id
                cross join lateral (select coalesce(v.doc, r.doc) as doc) w
                cross join lateral (select customer_document(c, :user) as doc) e
                cross join lateral (
                    select jsonb_object_agg(k.name, e.doc -> k.name) as before from jsonb_object_keys(w.doc) as k (name)
                    where e.doc -> k.name is distinct from nullif(w.doc -> k.name, 'null')) b
                cross join lateral (select coalesce(array_agg(i.kind), '{}') as kinds,
                                           coalesce(array_agg(i.key), '{}') as keys
                                    from identity_key i where i.customer_id = c.id) k
                where v.run_id = :run and v.row_no > :after and v.row_no <= :upTo and v.verdict = 'UPDATE'
                and v.leader is null and b.before is not null
                """);
    }

    private static void update(Step step) {
        step.run((step.run.options().clears() ? CLEARING : UPDATE) + VALUES
                + "where not h.created and c.id = h.customer_id");
        replaceKeys(step);
        if (step.run.mapping().values().stream().anyMatch(field -> field.startsWith("address."))) {
            step.run(
                    """
                    delete from customer_place p using import_now h
                    where not h.created and h.doc -> 'addresses' is not null and p.customer_id = h.customer_id
                    """);
            insertPlaces(step, "not h.created");
        }
    }

    /** The keys of every field that the rows give; numbers are read again from both fields that may hold one. */
    private static void replaceKeys(Step step) {
        step.run(
                """
                delete from identity_key i using import_now h
                where not h.created and i.customer_id = h.customer_id
                and case when i.kind = 'PHONE' then h.doc -> 'phones' when i.kind = 'EMAIL' then h.doc -> 'emails'
                         when i.kind = 'NAME' then h.doc -> 'name'
                         when i.kind in ('TAX', 'IDNO') then coalesce(h.doc -> 'taxCode', h.doc -> 'citizenId')
                    end is not null
                """);
        insertKeys(
                step,
                """
                not h.created and case k.kind when 'PHONE' then h.doc -> 'phones' when 'EMAIL' then h.doc -> 'emails'
                                              when 'NAME' then h.doc -> 'name' end is not null
                """);
        insertNumberKeys(step, "not h.created and coalesce(h.doc -> 'taxCode', h.doc -> 'citizenId') is not null");
    }

    // ---- what belongs to a customer

    /** In the order of their index, which then grows page by page. */
    private static void insertKeys(Step step, String condition) {
        step.run(
                """
                insert into identity_key (kind, key, customer_id)
                select distinct k.kind, k.key, h.customer_id
                from import_now h cross join lateral unnest(h.key_kinds, h.key_values) as k (kind, key)
                where\s"""
                        + condition + " order by k.kind, k.key");
    }

    private static void insertNumberKeys(Step step, String condition) {
        step.run(
                """
                insert into identity_key (kind, key, customer_id)
                select distinct k.kind, k.key, c.id
                from import_now h
                join customer c on c.id = h.customer_id
                cross join lateral (values
                    (case length(c.tax_code) when 12 then 'IDNO' else 'TAX' end, c.tax_code),
                    ('IDNO', case length(c.citizen_id) when 12 then c.citizen_id end)) as k (kind, key)
                where k.key is not null and\s"""
                        + condition);
    }

    private static void insertPlaces(Step step, String condition) {
        step.run(
                """
                insert into customer_place (customer_id, position, province, commune, lat, lon)
                select h.customer_id, a.position, a.value ->> 'provinceCode', a.value ->> 'communeCode',
                       (a.value ->> 'lat')::float8, (a.value ->> 'lon')::float8
                from import_now h
                cross join lateral jsonb_array_elements(nullif(h.doc -> 'addresses', 'null')) with ordinality as a (value, position)
                where (a.value ->> 'provinceCode' is not null or a.value ->> 'lat' is not null) and\s"""
                        + condition);
    }

    /** A row's tags replace those that its importer sees; other users' own tags stay. */
    private static void writeTags(Step step) {
        step.run(
                """
                delete from customer_tag ct using import_now h, tag t
                where not h.created and h.doc -> 'tags' is not null and ct.customer_id = h.customer_id
                and t.id = ct.tag_id and (t.owner_id is null or t.owner_id = :user)
                """);
        step.run(
                """
                insert into customer_tag (tag_id, customer_id)
                select distinct t.tag_id, h.customer_id
                from import_now h cross join lateral jsonb_array_elements_text(nullif(h.doc -> 'tags', 'null')) as n (name)
                join import_tag t on t.run_id = :run and t.name = n.name
                """);
    }

    private static void writeAudit(Step step) {
        step.run(
                """
                insert into audit_entry
                    (at, actor_id, cause, cause_id, entity, entity_id, version, action, before, after)
                select :now, :user, 'IMPORT', :run, 'customer', h.customer_id,
                       case when h.created then 1 else h.customer_version + 1 end,
                       case when h.created then 'CREATE' else 'UPDATE' end, h.before,
                       case when h.created
                            then h.doc || jsonb_build_object('code', h.code,
                                'kind', coalesce(h.doc ->> 'kind', :kind), 'stage', coalesce(h.doc ->> 'stage', :stage),
                                'owner', coalesce(h.doc -> 'owner', to_jsonb(:user::bigint)))
                            else (select jsonb_object_agg(k.name, h.doc -> k.name)
                                  from jsonb_object_keys(h.before) as k (name)) end
                from import_now h
                """);
    }
}
