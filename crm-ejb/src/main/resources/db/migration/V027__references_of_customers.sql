-- The references of customers to catalogues, people and teams are checked once a statement, for the different values in
-- it, instead of once a row: seven foreign keys were a third of what it took to import customers. They hold as foreign
-- keys do: what is referred to is locked against deletion, what is used is not deleted, and the error is the same.
-- References to customers stay foreign keys.

create function customer_parents_exist(parent regclass, ids bigint[], child text) returns void language plpgsql as $$
declare
    found bigint;
begin
    if cardinality(ids) > 0 then
        -- In the order of their ids, so that two statements never wait for each other.
        execute format('select from %s where id = any ($1) order by id for key share', parent) using ids;
        get diagnostics found = row_count;
        if found < cardinality(ids) then
            raise foreign_key_violation using
                message = format('insert or update on table "customer" violates the reference %s to %s', child, parent),
                table = 'customer', column = child, constraint = format('customer_%s_fkey', child);
        end if;
    end if;
end
$$;

create function customer_references_inserted() returns trigger language plpgsql as $$
begin
    perform customer_parents_exist('customer_status',
        array(select distinct status_id from new_rows where status_id is not null), 'status_id');
    perform customer_parents_exist('customer_category',
        array(select distinct category_id from new_rows where category_id is not null), 'category_id');
    perform customer_parents_exist('customer_tier',
        array(select distinct tier_id from new_rows where tier_id is not null), 'tier_id');
    perform customer_parents_exist('customer_source',
        array(select distinct source_id from new_rows where source_id is not null), 'source_id');
    perform customer_parents_exist('team',
        array(select distinct team_id from new_rows where team_id is not null), 'team_id');
    perform customer_parents_exist('app_user',
        array(select owner_id from new_rows where owner_id is not null union select creator_id from new_rows),
        'owner_id');
    return null;
end
$$;

-- Most changes touch none of them: one comparison of the rows before and after.
create function customer_references_updated() returns trigger language plpgsql as $$
declare
    changed record;
begin
    select array_agg(distinct n.status_id) filter (where n.status_id <> coalesce(o.status_id, -1)) as status_ids,
           array_agg(distinct n.category_id) filter (where n.category_id <> coalesce(o.category_id, -1)) as category_ids,
           array_agg(distinct n.tier_id) filter (where n.tier_id <> coalesce(o.tier_id, -1)) as tier_ids,
           array_agg(distinct n.source_id) filter (where n.source_id <> coalesce(o.source_id, -1)) as source_ids,
           array_agg(distinct n.team_id) filter (where n.team_id <> coalesce(o.team_id, -1)) as team_ids,
           array_agg(distinct n.owner_id) filter (where n.owner_id <> coalesce(o.owner_id, -1)) as owner_ids,
           array_agg(distinct n.creator_id) filter (where n.creator_id <> o.creator_id) as creator_ids
    into changed
    from new_rows n join old_rows o on o.id = n.id;
    perform customer_parents_exist('customer_status', changed.status_ids, 'status_id');
    perform customer_parents_exist('customer_category', changed.category_ids, 'category_id');
    perform customer_parents_exist('customer_tier', changed.tier_ids, 'tier_id');
    perform customer_parents_exist('customer_source', changed.source_ids, 'source_id');
    perform customer_parents_exist('team', changed.team_ids, 'team_id');
    perform customer_parents_exist('app_user', changed.owner_ids, 'owner_id');
    perform customer_parents_exist('app_user', changed.creator_ids, 'creator_id');
    return null;
end
$$;

-- After the row is deleted: whoever had it locked has committed by then, and is seen.
create function customer_parent_is_unused() returns trigger language plpgsql as $$
declare
    child text;
    used boolean;
begin
    foreach child in array tg_argv loop
        execute format('select exists (select from customer where %I = $1)', child) into used using old.id;
        if used then
            raise foreign_key_violation using
                message = format('update or delete on table "%s" violates the reference %s of customers', tg_table_name, child),
                table = 'customer', column = child, constraint = format('customer_%s_fkey', child);
        end if;
    end loop;
    return null;
end
$$;

create trigger customer_references_inserted after insert on customer
    referencing new table as new_rows for each statement execute function customer_references_inserted();
create trigger customer_references_updated after update on customer
    referencing old table as old_rows new table as new_rows
    for each statement execute function customer_references_updated();

create trigger customer_status_is_unused after delete or update of id on customer_status
    for each row execute function customer_parent_is_unused('status_id');
create trigger customer_category_is_unused after delete or update of id on customer_category
    for each row execute function customer_parent_is_unused('category_id');
create trigger customer_tier_is_unused after delete or update of id on customer_tier
    for each row execute function customer_parent_is_unused('tier_id');
create trigger customer_source_is_unused after delete or update of id on customer_source
    for each row execute function customer_parent_is_unused('source_id');
create trigger team_is_unused after delete or update of id on team
    for each row execute function customer_parent_is_unused('team_id');
create trigger app_user_is_unused after delete or update of id on app_user
    for each row execute function customer_parent_is_unused('owner_id', 'creator_id');

alter table customer
    drop constraint customer_status_id_fkey, drop constraint customer_category_id_fkey,
    drop constraint customer_tier_id_fkey, drop constraint customer_source_id_fkey,
    drop constraint customer_team_id_fkey, drop constraint customer_owner_id_fkey,
    drop constraint customer_creator_id_fkey;
