-- Who sees a customer, beside the customer itself: record access becomes one comparison of two small arrays, which an
-- index answers together with the conditions on columns of few values.
--
-- Each element is id * 8 + way: 0 owner or creator, 1 team, 2 user and 3 team with whom it is shared for looking at,
-- 4 and 5 the same for changing, 6 route. RecordAccessSql says which of them a user has.

-- What shares and routes grant, kept by triggers: no way of writing them can forget it.
alter table customer add column granted bigint[] not null default '{}';
alter table customer add column viewers bigint[] not null generated always as
    (array_remove(granted || array[owner_id * 8, creator_id * 8, team_id * 8 + 1], null)) stored;

create view customer_grant as
select customer_id,
       case when user_id is not null then user_id * 8 + case when can_edit then 4 else 2 end
            else team_id * 8 + case when can_edit then 5 else 3 end end as viewer
from customer_share
union all
select customer_id, route_id * 8 + 6 from route_customer;

-- The customers are locked first: the statement after that sees what others, who were waited for, have granted.
create function customer_grants_refresh(ids bigint[]) returns void language plpgsql as $$
begin
    perform from customer where id = any (ids) order by id for no key update;
    update customer c set granted = g.viewers
    from (select i.id, array(select v.viewer from customer_grant v where v.customer_id = i.id order by v.viewer) viewers
          from (select distinct unnest(ids) as id) i) g
    where c.id = g.id and c.granted <> g.viewers;
end
$$;

create function customer_granted() returns trigger language plpgsql as $$
begin
    perform customer_grants_refresh(array(select customer_id from changed));
    return null;
end
$$;

create function customer_grant_changed() returns trigger language plpgsql as $$
begin
    perform customer_grants_refresh(array[old.customer_id, new.customer_id]);
    return null;
end
$$;

create trigger customer_share_added after insert on customer_share
    referencing new table as changed for each statement execute function customer_granted();
create trigger customer_share_removed after delete on customer_share
    referencing old table as changed for each statement execute function customer_granted();
create trigger customer_share_changed after update on customer_share
    for each row when (old is distinct from new) execute function customer_grant_changed();
create trigger route_customer_added after insert on route_customer
    referencing new table as changed for each statement execute function customer_granted();
create trigger route_customer_removed after delete on route_customer
    referencing old table as changed for each statement execute function customer_granted();
create trigger route_customer_changed after update of route_id, customer_id on route_customer
    for each row execute function customer_grant_changed();

do $$ begin perform customer_grants_refresh(array(select customer_id from customer_grant)); end $$;

drop index customer_facet_ix;
create index customer_facet_ix on customer using gin (
    viewers, kind, stage, status_id, category_id, source_id, tier_id, creator_id, gender, stars, is_supplier,
    jsonb_path_query_array(addresses, '$[*].provinceCode'),
    (cast(extract(month from birthday) * 100 + extract(day from birthday) as integer))
) where state = 'ACTIVE';
