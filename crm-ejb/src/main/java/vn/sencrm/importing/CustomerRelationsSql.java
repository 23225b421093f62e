package vn.sencrm.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import vn.sencrm.common.Database;
import vn.sencrm.common.NamedSql;
import vn.sencrm.common.TextFold;

/** Writes what belongs to the customers of a step beside their rows: keys, places, tags. */
@ApplicationScoped
class CustomerRelationsSql {

    /** Whether a change (its name is to be put in) of a customer touched a field that keys are read from. */
    static final String KEYS_CHANGED = "jsonb_exists_any(%s.before, '{phones,emails,name,taxCode,citizenId}')";

    @Inject
    Database database;

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

    // ---- one step

    /** In the order of their index, which then grows page by page. */
    void insertKeys(CustomerStepSql step, String condition) {
        step.run(
                """
                insert into identity_key (kind, key, customer_id)
                select distinct k.kind, k.key, h.customer_id
                from import_now h cross join lateral unnest(h.key_kinds, h.key_values) as k (kind, key)
                where\s"""
                        + condition + " order by k.kind, k.key");
    }

    void insertNumberKeys(CustomerStepSql step, String condition) {
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

    /** Those that are there already stay. */
    void insertPlaces(CustomerStepSql step, String condition) {
        step.run(
                """
                insert into customer_place (customer_id, position, province, commune, lat, lon)
                select h.customer_id, p.* from import_now h cross join lateral address_places(h.doc -> 'addresses') p
                where\s"""
                        + condition + " on conflict do nothing");
    }

    /** Changed addresses lose the places where they are no more: most changes of an address leave its commune. */
    void deletePlaces(CustomerStepSql step) {
        step.run(
                """
                delete from customer_place p using import_now h
                where jsonb_exists(h.before, 'addresses') and p.customer_id = h.customer_id
                and not exists (
                    select from address_places(h.doc -> 'addresses') n
                    where (p.position, p.province, p.commune, p.lat, p.lon)
                          is not distinct from (n.place, n.province, n.commune, n.lat, n.lon))
                """);
    }

    /** A row's tags replace those that its importer sees; other users' own tags stay. */
    void writeTags(CustomerStepSql step) {
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
}
