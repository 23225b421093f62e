package vn.sencrm.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.sencrm.common.Database;
import vn.sencrm.common.NamedSql;

/** Makes new customers of a step's rows, with their codes, ids, keys and places. */
@ApplicationScoped
class CustomerCreateSql {

    @Inject
    Database database;

    @Inject
    CustomerRelationsSql relations;

    // ---- once per run

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

    /** Refuses rows that somebody was quicker with, and reserves ids and codes for the others. */
    void reserveFresh(CustomerStepSql step) {
        refuseStaleCodes(step);
        if (step.run().options().key() != ImportOptions.Key.CODE) {
            refuseStaleKeys(step);
        }
        reserve(step);
    }

    /** Whoever took a code since the check keeps it. */
    private static void refuseStaleCodes(CustomerStepSql step) {
        int stale = step.run(
                """
                update import_verdict v set verdict = 'REFUSE', error_code = 'STALE', error_field = 'code'
                from import_row r, customer c
                where v.run_id = :run and v.row_no > :after and v.row_no <= :upTo and v.verdict = 'CREATE'
                and r.run_id = v.run_id and r.row_no = v.row_no and upper(c.code) = upper(r.code)
                """);
        step.refuseFollowers(stale);
    }

    /** Whoever has one of a new row's keys since the check is whom the row means. */
    private static void refuseStaleKeys(CustomerStepSql step) {
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
        step.refuseFollowers(stale);
    }

    /** Gives ids, in whole blocks of the sequence as entities take them, and codes, in the file's order, to rows without one. */
    private static void reserve(CustomerStepSql step) {
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
                select :run, i.row_no, i.id, true, coalesce(i.code, customer_code(nextval('customer_code_seq'))), 1
                from (select f.row_no, f.code, b.first_id + f.n % 50 as id
                      from fresh f join block b on b.b = f.n / 50
                      order by f.row_no) i
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

    void create(CustomerStepSql step) {
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
                        + CustomerStepSql.VALUES + "where h.created");
        relations.insertKeys(step, "h.created");
        relations.insertPlaces(step, "h.created");
    }
}
