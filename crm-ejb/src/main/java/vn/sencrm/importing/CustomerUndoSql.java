package vn.sencrm.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import vn.sencrm.common.Database;
import vn.sencrm.common.NamedSql;
import vn.sencrm.common.SqlFragment;
import vn.sencrm.customer.CustomerUsesSql;

/**
 * Takes imported customers back: a fixed number of statements per step, whatever the number of rows. Each row's end is
 * noted with it, so that a step that is done again after a crash finds nothing left to do.
 */
@ApplicationScoped
class CustomerUndoSql {

    /** Nobody changes them between the look and the deed; in the order of ids, as everybody locks them. */
    private static final String LOCK =
            """
            select c.id from customer c
            where c.id in (select h.customer_id from import_change h where h.run_id = :run
                           and h.row_no > :after and h.row_no <= :upTo and h.undo is null)
            order by c.id for update
            """;

    private static final String JUDGE =
            """
            update import_change h set undo = j.undo
            from (
                select o.row_no, case
                    when c.id is null or c.state <> 'ACTIVE' then 'GONE'
                    when c.version is distinct from o.version then 'CHANGED'
                    when not o.created and exists (
                        select from jsonb_each_text(o.before) as d (field, id)
                        where d.id is not null and case d.field
                            when 'status' then not exists (select from customer_status x where x.id = d.id::bigint)
                            when 'category' then not exists (select from customer_category x where x.id = d.id::bigint)
                            when 'tier' then not exists (select from customer_tier x where x.id = d.id::bigint)
                            when 'source' then not exists (select from customer_source x where x.id = d.id::bigint)
                            when 'team' then not exists (select from team x where x.id = d.id::bigint)
                            when 'account' then not exists (select from customer x where x.id = d.id::bigint)
                            else false end) then 'LOST'
                    when o.created and :used then 'USED' end as undo
                from import_change o left join customer c on c.id = o.customer_id
                where o.run_id = :run and o.row_no > :after and o.row_no <= :upTo and o.undo is null) j
            where h.run_id = :run and h.row_no = j.row_no and j.undo is not null
            """;

    private static final String CHANGES =
            """
            create temporary table import_undo_now on commit drop as
            select h.row_no, h.customer_id, h.created, h.version, h.before, h.name_fold, h.updated_before, h.key_kinds,
                   h.key_values
            from import_change h
            where h.run_id = :run and h.row_no > :after and h.row_no <= :upTo and h.undo is null
            """;

    private static final String AUDIT =
            """
            insert into audit_entry (at, actor_id, cause, cause_id, entity, entity_id, version, action, before, after)
            select :now, r.undone_by, 'IMPORT_UNDO', :run, 'customer', h.customer_id, h.version + 1,
                   case when h.created then 'PURGE' else 'UPDATE' end,
                   case when h.created then '{"state": "ACTIVE"}' else d.before end,
                   case when h.created then '{"state": null}' else h.before end
            from import_undo_now h
            join import_run r on r.id = :run
            cross join lateral (select case when not h.created then (
                select jsonb_object_agg(k.name, customer_field(c, k.name, :user))
                from customer c, jsonb_object_keys(h.before) as k (name) where c.id = h.customer_id) end as before) d
            """;

    /** What the changed customers were, as rows that change them back. */
    private static final SqlFragment ROWS_BACK = SqlFragment.of(
            "(select customer_id, before as doc, name_fold, updated_before from import_undo_now where not created)");

    /** An import before keys were noted leaves those that there are; no import writes Zalo's. */
    private static final String KEYS_CHANGED = "not h.created and h.key_kinds is not null and %s.kind <> 'ZALO' and "
            + CustomerRelationsSql.KEYS_CHANGED.formatted("h");

    private static final String DROP_KEYS =
            """
            delete from identity_key i using import_undo_now h
            where i.customer_id = h.customer_id and\s"""
                    + KEYS_CHANGED.formatted("i");

    private static final String RESTORE_KEYS =
            """
            insert into identity_key (kind, key, customer_id)
            select k.kind, k.key, h.customer_id
            from import_undo_now h cross join lateral unnest(h.key_kinds, h.key_values) as k (kind, key)
            where\s"""
                    + KEYS_CHANGED.formatted("k") + " order by k.kind, k.key";

    private static final String DROP_PLACES =
            """
            delete from customer_place p using import_undo_now h
            where not h.created and jsonb_exists(h.before, 'addresses') and p.customer_id = h.customer_id
            and not exists (
                select from address_places(h.before -> 'addresses') n
                where (p.position, p.province, p.commune, p.lat, p.lon)
                      is not distinct from (n.place, n.province, n.commune, n.lat, n.lon))
            """;

    private static final String RESTORE_PLACES =
            """
            insert into customer_place (customer_id, position, province, commune, lat, lon)
            select h.customer_id, p.place, (select l.code from location l where l.code = p.province),
                   (select l.code from location l where l.code = p.commune), p.lat, p.lon
            from import_undo_now h cross join lateral address_places(h.before -> 'addresses') p
            where not h.created
            on conflict do nothing
            """;

    private static final String DROP_TAGS =
            """
            delete from customer_tag ct using import_undo_now h, tag t
            where not h.created and jsonb_exists(h.before, 'tags') and ct.customer_id = h.customer_id
            and t.id = ct.tag_id and (t.owner_id is null or t.owner_id = :user)
            and not jsonb_exists(h.before -> 'tags', t.name)
            """;

    private static final String RESTORE_TAGS =
            """
            insert into customer_tag (tag_id, customer_id)
            select distinct on (h.customer_id, n.name) t.id, h.customer_id
            from import_undo_now h
            cross join lateral jsonb_array_elements_text(
                case jsonb_typeof(h.before -> 'tags') when 'array' then h.before -> 'tags' else '[]' end) as n (name)
            join tag t on t.name = n.name and (t.owner_id is null or t.owner_id = :user)
            where not h.created
            order by h.customer_id, n.name, t.owner_id nulls last
            on conflict do nothing
            """;

    /** The foreign keys ask the same two dozen questions of every customer: planned once, they take a fifth less. */
    private static final String PLAN_ONCE = "set local plan_cache_mode = force_generic_plan";

    /** What is made of their fields goes by the foreign keys' own cascade. */
    private static final String REMOVE =
            "delete from customer where id in (select customer_id from import_undo_now where created)";

    private static final String PLAN_AS_EVER = "set local plan_cache_mode = auto";

    /** Those that the look has given no other end; joined to them, each step would read all rows of the run. */
    private static final String NOTE =
            """
            update import_change set undo = 'DONE'
            where run_id = :run and row_no > :after and row_no <= :upTo and undo is null
            """;

    @Inject
    Database database;

    @Inject
    CustomerUsesSql uses;

    @Inject
    Clock clock;

    void undo(ImportRun run, int after, int upTo) {
        Instant now = clock.instant();
        Object[] values = {
            "run",
            run.id(),
            "after",
            after,
            "upTo",
            upTo,
            // Whose tags the changed fields tell of: those that the importer sees.
            "user",
            run.createdBy(),
            "now",
            now,
            "used",
            uses.isUsed(),
            "rows",
            ROWS_BACK,
            "updatedAt",
            SqlFragment.of("coalesce(h.updated_before, ?)", now),
            "attributes",
            CustomerStepSql.ATTRIBUTES
        };
        database.list(NamedSql.of(LOCK, values), row -> row.getLong(1));
        for (String statement : new String[] {
            JUDGE,
            CHANGES,
            AUDIT,
            CustomerUpdateSql.CLEARING,
            DROP_KEYS,
            RESTORE_KEYS,
            DROP_PLACES,
            RESTORE_PLACES,
            DROP_TAGS,
            RESTORE_TAGS,
            PLAN_ONCE,
            REMOVE,
            PLAN_AS_EVER,
            NOTE
        }) {
            database.update(NamedSql.of(statement, values));
        }
    }
}
