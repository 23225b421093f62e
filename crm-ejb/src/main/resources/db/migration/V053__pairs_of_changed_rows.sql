-- PL/pgSQL keeps the plan of a statement that its session met first, and mostly that is a change of one customer: rows
-- before and after were then joined by a nested loop, which for the thousands of an import is a matter of their square.
-- A full join is never done by a nested loop; as no id ever changes, it finds the same pairs.

create or replace function customer_gap_after_update() returns trigger language plpgsql as $$
declare
    touched bigint[];
    required text[];
begin
    select array_agg(distinct substr(f.field, 12)) into required from required_field f where f.field like 'attributes.%';
    select array_agg(n.id) into touched
    from new_rows n full join old_rows o on o.id = n.id
    where (n.kind, n.stage, n.state, n.phones is null, n.emails is null, n.websites is null, n.socials is null,
           n.addresses is null, n.gender is null, n.birthday is null, n.citizen_id is null, n.tax_code is null,
           n.job_title is null, n.account_id is null, n.representative is null, n.industry is null,
           n.company_size is null, n.members is null, n.status_id is null, n.category_id is null,
           n.source_id is null, n.tier_id is null, n.owner_id is null, n.team_id is null, n.notes is null)
       is distinct from
          (o.kind, o.stage, o.state, o.phones is null, o.emails is null, o.websites is null, o.socials is null,
           o.addresses is null, o.gender is null, o.birthday is null, o.citizen_id is null, o.tax_code is null,
           o.job_title is null, o.account_id is null, o.representative is null, o.industry is null,
           o.company_size is null, o.members is null, o.status_id is null, o.category_id is null,
           o.source_id is null, o.tier_id is null, o.owner_id is null, o.team_id is null, o.notes is null)
       or (required is not null and n.attributes is distinct from o.attributes
           and exists (select from unnest(required) as r (code)
                       where ((n.attributes -> r.code) is null) <> ((o.attributes -> r.code) is null)));
    if touched is not null then
        delete from customer_gap g where g.customer_id = any (touched)
        and not exists (select from customer_gap_now v where v.customer_id = g.customer_id and v.field = g.field);
        insert into customer_gap (customer_id, field)
        select v.customer_id, v.field from customer_gap_now v where v.customer_id = any (touched)
        on conflict do nothing;
    end if;
    return null;
end
$$;

create or replace function customer_references_updated() returns trigger language plpgsql as $$
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
    from new_rows n full join old_rows o on o.id = n.id;
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
