package vn.sencrm.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import vn.sencrm.common.Database;
import vn.sencrm.common.TextFold;

/**
 * Turns verdicts into customers, keys, places, tags and audit entries: a fixed number of statements per step, each a
 * join of {@code import_change} and {@code import_row} through their primary keys.
 */
@ApplicationScoped
class CustomerApplySql {

    /** The changes of this step with what is to be written: the row's own document, or the union it leads. */
    private static final String CHANGES =
            """
            import_change h
            join import_row r on r.run_id = h.run_id and r.row_no = h.row_no
            join import_verdict v on v.run_id = h.run_id and v.row_no = h.row_no
            cross join lateral (select coalesce(v.doc, r.doc) as doc, coalesce(v.name_fold, r.name_fold) as name_fold,
                coalesce(v.key_kinds, r.key_kinds) as key_kinds, coalesce(v.key_values, r.key_values) as key_values) w
            """;

    private static final String STEP = " h.run_id = :run and h.row_no > :after and h.row_no <= :upTo ";

    private static final String VALUES =
            """
            cross join lateral jsonb_to_record(w.doc) as d (
                kind text, stage text, name text, status bigint, category bigint, tier bigint, source bigint,
                owner bigint, team bigint, account bigint, supplier boolean, phones jsonb, emails jsonb,
                addresses jsonb, socials jsonb, websites jsonb, "taxCode" text, "citizenId" text, birthday date,
                gender text, "jobTitle" text, industry text, "companySize" text, representative jsonb, members jsonb,
                notes text)
            """;

    @Inject
    Database database;

    @Inject
    Clock clock;

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
                defaults.stage()
            };
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
                        cross join lateral jsonb_array_elements_text(r.doc -> 'tags') as t (name)
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
        if (step.is(verdictsOf("UPDATE"))) {
            refuseStaleUpdates(step);
            notePreviousValues(step);
            update(step);
        }
        if (step.is(verdictsOf("CREATE"))) {
            refuseStaleCodes(step);
            reserve(step);
            create(step);
        }
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
                insert into import_change (run_id, row_no, customer_id, created, code)
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
                       coalesce(f.code, customer_code(nextval('customer_code_seq')))
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
                    representative, members, notes, created_at, updated_at)
                select h.customer_id, 1, h.code, coalesce(d.kind, :kind), coalesce(d.stage, :stage), d.name, w.name_fold,
                       d.status, d.category, d.tier, d.source, coalesce(d.owner, :user), :user, d.team, d.account,
                       coalesce(d.supplier, false), d.phones, d.emails, d.addresses, d.socials, d.websites,
                       d."taxCode", d."citizenId", d.birthday, d.gender, d."jobTitle", d.industry, d."companySize",
                       d.representative, d.members, d.notes, :now, :now
                from\s"""
                        + CHANGES + VALUES + "where h.created and" + STEP + "order by h.row_no");
        insertKeys(step, true, "v.doc is null or k.kind not in ('TAX', 'IDNO')");
        if (step.is("select 1 from " + CHANGES + "where h.created and v.doc is not null and" + STEP)) {
            insertNumberKeys(step, "h.created and v.doc is not null");
        }
        insertPlaces(step, true);
        insertTags(step, true);
        step.run(
                """
                insert into audit_entry (at, actor_id, cause, cause_id, entity, entity_id, version, action, after)
                select :now, :user, 'IMPORT', :run, 'customer', h.customer_id, 1, 'CREATE',
                       jsonb_build_object('kind', :kind, 'stage', :stage, 'owner', :user::bigint)
                       || w.doc || jsonb_build_object('code', h.code)
                from\s"""
                        + CHANGES + "where h.created and" + STEP);
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

    private static void notePreviousValues(Step step) {
        step.run(
                """
                insert into import_change (run_id, row_no, customer_id, created, code, before)
                select v.run_id, v.row_no, c.id, false, c.code,
                       (select jsonb_object_agg(k.name, e.doc -> k.name) from jsonb_object_keys(w.doc) as k (name)
                        where e.doc -> k.name is distinct from w.doc -> k.name)
                from import_verdict v
                join import_row r using (run_id, row_no)
                join customer c on c.id = v.customer_id
                cross join lateral (select coalesce(v.doc, r.doc) as doc) w
                cross join lateral (select customer_document(c, :user) as doc) e
                where v.run_id = :run and v.row_no > :after and v.row_no <= :upTo and v.verdict = 'UPDATE'
                and v.leader is null
                """);
    }

    private static void update(Step step) {
        step.run(
                """
                update customer c set
                    version = c.version + 1, updated_at = :now,
                    kind = coalesce(d.kind, c.kind), stage = coalesce(d.stage, c.stage),
                    name = coalesce(d.name, c.name), name_fold = coalesce(w.name_fold, c.name_fold),
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
                    members = coalesce(d.members, c.members), notes = coalesce(d.notes, c.notes)
                from\s"""
                        + CHANGES + VALUES + "where not h.created and c.id = h.customer_id and" + STEP);
        replaceKeys(step);
        step.run("""
                delete from customer_place p using\s"""
                + CHANGES
                + "where not h.created and w.doc -> 'addresses' is not null and p.customer_id = h.customer_id and"
                + STEP);
        insertPlaces(step, false);
        insertTags(step, false);
        step.run(
                """
                insert into audit_entry
                    (at, actor_id, cause, cause_id, entity, entity_id, version, action, before, after)
                select :now, :user, 'IMPORT', :run, 'customer', h.customer_id, v.customer_version + 1, 'UPDATE', h.before,
                       (select jsonb_object_agg(k.name, w.doc -> k.name) from jsonb_object_keys(h.before) as k (name))
                from\s"""
                        + CHANGES + "where not h.created and" + STEP);
    }

    /** The keys of every field that the rows give; numbers are read again from both fields that may hold one. */
    private static void replaceKeys(Step step) {
        step.run("""
                delete from identity_key i using\s"""
                + CHANGES
                + """
                        where not h.created and i.customer_id = h.customer_id
                        and case i.kind when 'PHONE' then w.doc -> 'phones' when 'EMAIL' then w.doc -> 'emails'
                                        when 'NAME' then w.doc -> 'name'
                                        else case when i.kind in ('TAX', 'IDNO')
                                                  then coalesce(w.doc -> 'taxCode', w.doc -> 'citizenId') end
                            end is not null and"""
                + STEP);
        insertKeys(step, false, "k.kind not in ('TAX', 'IDNO')");
        insertNumberKeys(step, "not h.created and coalesce(w.doc -> 'taxCode', w.doc -> 'citizenId') is not null");
    }

    // ---- what belongs to a customer

    private static void insertKeys(Step step, boolean created, String condition) {
        step.run(
                """
                insert into identity_key (kind, key, customer_id)
                select distinct k.kind, k.key, h.customer_id from\s"""
                        + CHANGES
                        + "cross join lateral unnest(w.key_kinds, w.key_values) as k (kind, key) where "
                        + (created ? "" : "not ") + "h.created and (" + condition + ") and" + STEP);
    }

    private static void insertNumberKeys(Step step, String condition) {
        step.run(
                """
                insert into identity_key (kind, key, customer_id)
                select distinct k.kind, k.key, c.id from\s"""
                        + CHANGES
                        + """
                        join customer c on c.id = h.customer_id
                        cross join lateral (values
                            (case length(c.tax_code) when 12 then 'IDNO' else 'TAX' end, c.tax_code),
                            ('IDNO', case length(c.citizen_id) when 12 then c.citizen_id end)) as k (kind, key)
                        where k.key is not null and\s"""
                        + condition + " and" + STEP);
    }

    private static void insertPlaces(Step step, boolean created) {
        step.run(
                """
                insert into customer_place (customer_id, position, province, commune, lat, lon)
                select h.customer_id, a.position, a.value ->> 'provinceCode', a.value ->> 'communeCode',
                       (a.value ->> 'lat')::float8, (a.value ->> 'lon')::float8
                from\s"""
                        + CHANGES
                        + """
                        cross join lateral jsonb_array_elements(w.doc -> 'addresses') with ordinality
                            as a (value, position)
                        where (a.value ->> 'provinceCode' is not null or a.value ->> 'lat' is not null) and\s"""
                        + (created ? "" : "not ") + "h.created and" + STEP);
    }

    /** A row's tags replace those that its importer sees; other users' own tags stay. */
    private static void insertTags(Step step, boolean created) {
        if (!step.run.imports("tags")) {
            return;
        }
        String withTags = (created ? "" : "not ") + "h.created and w.doc -> 'tags' is not null and" + STEP;
        if (!created) {
            step.run("delete from customer_tag ct using " + CHANGES + "cross join tag t where ct.customer_id ="
                    + " h.customer_id and t.id = ct.tag_id and (t.owner_id is null or t.owner_id = :user) and "
                    + withTags);
        }
        step.run(
                """
                insert into customer_tag (tag_id, customer_id)
                select distinct t.tag_id, h.customer_id from\s"""
                        + CHANGES
                        + """
                        cross join lateral jsonb_array_elements_text(w.doc -> 'tags') as n (name)
                        join import_tag t on t.run_id = h.run_id and t.name = n.name
                        where\s"""
                        + withTags);
    }
}
