-- Conversion of leads, required fields with what lacks them, and the map.

-- What a lead of each kind becomes: a person becomes a CONTACT, an organisation an ACCOUNT with a contact (CUS-2).
create table kind_rule (
    kind    text primary key check (kind in ('INDIVIDUAL', 'ORGANIZATION', 'SHOP', 'HOUSEHOLD')),
    becomes text not null check (becomes in ('CONTACT', 'ACCOUNT'))
);
insert into kind_rule (kind, becomes) values
    ('INDIVIDUAL', 'CONTACT'), ('ORGANIZATION', 'ACCOUNT'), ('SHOP', 'ACCOUNT'), ('HOUSEHOLD', 'ACCOUNT');

-- The contact to turn to first. It is read only while that contact still belongs to the account.
alter table customer add column primary_contact_id bigint references customer;
create index customer_primary_contact_ix on customer (primary_contact_id) where primary_contact_id is not null;

-- Which fields a customer of a kind and stage should have; names are those of the customer JSON.
create table required_field (
    kind  text not null check (kind in ('INDIVIDUAL', 'ORGANIZATION', 'SHOP', 'HOUSEHOLD')),
    stage text not null check (stage in ('RAW', 'LEAD', 'CONTACT', 'ACCOUNT')),
    field text collate "C" not null,
    primary key (kind, stage, field)
);
insert into required_field (kind, stage, field) values
    ('INDIVIDUAL',   'LEAD',    'phones'),
    ('INDIVIDUAL',   'CONTACT', 'phones'), ('INDIVIDUAL',   'CONTACT', 'emails'),
    ('ORGANIZATION', 'LEAD',    'phones'), ('ORGANIZATION', 'LEAD',    'representative'),
    ('ORGANIZATION', 'ACCOUNT', 'phones'), ('ORGANIZATION', 'ACCOUNT', 'taxCode'),
    ('ORGANIZATION', 'ACCOUNT', 'addresses'),
    ('SHOP',         'LEAD',    'phones'), ('SHOP',         'ACCOUNT', 'phones'), ('SHOP', 'ACCOUNT', 'addresses'),
    ('HOUSEHOLD',    'LEAD',    'phones'), ('HOUSEHOLD',    'ACCOUNT', 'phones'),
    ('HOUSEHOLD',    'ACCOUNT', 'addresses');

-- What active customers lack of it. Kept by triggers, so that no way of writing a customer can forget it.
create table customer_gap (
    customer_id bigint not null references customer on delete cascade,
    field       text collate "C" not null,
    primary key (customer_id, field)
);
create index customer_gap_field_ix on customer_gap (field, customer_id);

-- Whether a customer lacks a field: the one place that says what lacking means.
create function customer_lacks(c customer, field text) returns boolean language sql immutable as $$
    select case field
    when 'phones' then c.phones is null
    when 'emails' then c.emails is null
    when 'websites' then c.websites is null
    when 'socials' then c.socials is null
    when 'addresses' then c.addresses is null
    when 'gender' then c.gender is null
    when 'birthday' then c.birthday is null
    when 'citizenId' then c.citizen_id is null
    when 'taxCode' then c.tax_code is null
    when 'jobTitle' then c.job_title is null
    when 'account' then c.account_id is null
    when 'representative' then c.representative is null
    when 'industry' then c.industry is null
    when 'companySize' then c.company_size is null
    when 'members' then c.members is null
    when 'status' then c.status_id is null
    when 'category' then c.category_id is null
    when 'source' then c.source_id is null
    when 'tier' then c.tier_id is null
    when 'owner' then c.owner_id is null
    when 'team' then c.team_id is null
    when 'notes' then c.notes is null
    else false
    end
$$;

create view customer_gap_now as
select c.id as customer_id, r.field
from customer c join required_field r on r.kind = c.kind and r.stage = c.stage
where c.state = 'ACTIVE' and customer_lacks(c, r.field);

create function customer_gap_after_insert() returns trigger language plpgsql as $$
begin
    insert into customer_gap (customer_id, field)
    select v.customer_id, v.field from new_rows n join customer_gap_now v on v.customer_id = n.id;
    return null;
end
$$;
create trigger customer_gap_inserted after insert on customer
    referencing new table as new_rows for each statement execute function customer_gap_after_insert();

-- Only those of which something came, went or decides: most changes touch no gap and cost one comparison.
create function customer_gap_after_update() returns trigger language plpgsql as $$
declare
    touched bigint[];
begin
    select array_agg(n.id) into touched
    from new_rows n join old_rows o on o.id = n.id
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
           o.source_id is null, o.tier_id is null, o.owner_id is null, o.team_id is null, o.notes is null);
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
create trigger customer_gap_updated after update on customer
    referencing old table as old_rows new table as new_rows
    for each statement execute function customer_gap_after_update();

insert into customer_gap (customer_id, field) select customer_id, field from customer_gap_now;

insert into job_schedule (name, cron) values ('checks-nightly', '0 3 * * *');

-- Boxes of the map: the range of latitudes from the index, the longitudes and customers read in it, no row touched.
create index customer_place_position_ix on customer_place (lat, lon) include (customer_id) where lat is not null;
