package vn.sencrm.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.sencrm.common.Database;

/** Changes customers that a step's rows found, and keeps what they were. */
@ApplicationScoped
class CustomerUpdateSql {

    /** Customers {@code c} with what their rows {@code h} say; what a row does not say stays. */
    private static final String UPDATE =
            """
            update customer c set
                version = c.version + 1, updated_at = :updatedAt,
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
            from :rows h
            """
                    + CustomerStepSql.VALUES
                    + "where c.id = h.customer_id";

    /** The same where a field that is given empty is emptied, rather than left as it is; an undo restores so. */
    static final String CLEARING = UPDATE.replaceAll(
                    "coalesce\\(d\\.\"?(\\w+)\"?, c\\.(\\w+)\\)",
                    "case when jsonb_exists(h.doc, '$1') then d.\"$1\" else c.$2 end")
            .replace(
                    "coalesce(c.attributes || :attributes, c.attributes, :attributes)",
                    "nullif(jsonb_strip_nulls(coalesce(c.attributes || :attributes, c.attributes, :attributes)), '{}')");

    @Inject
    Database database;

    @Inject
    CustomerRelationsSql relations;

    /** Locks the customers, refuses rows whose customers were changed since the check, and notes what the others were. */
    void noteBefore(CustomerStepSql step) {
        refuseStaleUpdates(step);
        notePreviousValues(step);
    }

    /** Locks the customers in the order of their ids; those changed since the check are left alone. */
    private void refuseStaleUpdates(CustomerStepSql step) {
        database.list(
                step.named(
                        """
                        select c.id from customer c
                        where c.id in (select v.customer_id from import_verdict v where v.run_id = :run
                                       and v.row_no > :after and v.row_no <= :upTo and v.verdict = 'UPDATE'
                                       and v.leader is null)
                        order by c.id for no key update
                        """),
                row -> row.getLong(1));
        int stale = step.run(
                """
                update import_verdict v set verdict = 'REFUSE', error_code = 'STALE', error_field = 'code'
                from customer c
                where v.run_id = :run and v.row_no > :after and v.row_no <= :upTo and v.verdict = 'UPDATE'
                and v.leader is null and c.id = v.customer_id
                and (c.version <> v.customer_version or c.state <> 'ACTIVE')
                """);
        step.refuseFollowers(stale);
    }

    /** Rows that together change nothing (one took back what the other said) are no change. */
    private static void notePreviousValues(CustomerStepSql step) {
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
                cross join lateral (
                    select jsonb_object_agg(k.name, customer_field(c, k.name, :user)) as before
                    from jsonb_each(w.doc) as k (name, value)
                    where customer_field(c, k.name, :user) is distinct from nullif(k.value, 'null')) b
                cross join lateral (select coalesce(array_agg(i.kind), '{}') as kinds,
                                           coalesce(array_agg(i.key), '{}') as keys
                                    from identity_key i
                                    where i.customer_id = c.id and :keysChanged) k
                where v.run_id = :run and v.row_no > :after and v.row_no <= :upTo and v.verdict = 'UPDATE'
                and v.leader is null and b.before is not null
                """
                        .replace(":keysChanged", CustomerRelationsSql.KEYS_CHANGED.formatted("b")));
    }

    void update(CustomerStepSql step) {
        step.run(step.run().options().clears() ? CLEARING : UPDATE);
        replaceKeys(step);
        if (step.run().mapping().values().stream().anyMatch(field -> field.startsWith("address."))) {
            relations.deletePlaces(step);
            relations.insertPlaces(step, "jsonb_exists(h.before, 'addresses')");
        }
    }

    /** The keys of every field that changed; numbers are read again from both fields that may hold one. */
    private void replaceKeys(CustomerStepSql step) {
        step.run(
                """
                delete from identity_key i using import_now h
                where i.customer_id = h.customer_id and :changed
                """
                        .replace(":changed", changed("i.kind")));
        relations.insertKeys(step, "k.kind not in ('TAX', 'IDNO') and " + changed("k.kind"));
        relations.insertNumberKeys(step, changed("k.kind"));
    }

    /**
     * Whether a row {@code h} changes a field that a kind of keys is read from; Zalo's are read from none. Rows that
     * change none are told without a look at their customer's keys.
     */
    private static String changed(String kind) {
        return "not h.created and " + CustomerRelationsSql.KEYS_CHANGED.formatted("h")
                + """
             and case %s when 'PHONE' then jsonb_exists(h.before, 'phones') when 'EMAIL' then jsonb_exists(h.before, 'emails')
                    when 'NAME' then jsonb_exists(h.before, 'name')
                    when 'ZALO' then false
                    else jsonb_exists(h.before, 'taxCode') or jsonb_exists(h.before, 'citizenId') end
            """
                        .formatted(kind);
    }
}
