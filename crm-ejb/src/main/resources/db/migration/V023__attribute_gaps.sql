-- A required attribute without a value is a gap like any other (CHK-1), under its name in JSON: attributes.<code>.
-- Its rules stand among the others, in every stage of its kinds, and follow its definition by a trigger. One table means
-- plans as before: a view that unites two made the check of a single customer read them all.

create function customer_attribute_rules() returns trigger language plpgsql as $$
begin
    if tg_op <> 'INSERT' then
        delete from required_field where field = 'attributes.' || old.code;
    end if;
    if tg_op <> 'DELETE' and new.required and not new.archived then
        insert into required_field (kind, stage, field)
        select k.kind, s.stage, 'attributes.' || new.code
        from unnest(new.kinds) as k (kind), unnest(array['RAW', 'LEAD', 'CONTACT', 'ACCOUNT']) as s (stage)
        on conflict do nothing;
    end if;
    return null;
end
$$;
create trigger customer_attribute_required after insert or delete or update of code, required, kinds, archived
    on customer_attribute for each row execute function customer_attribute_rules();

create or replace function customer_lacks(c customer, field text) returns boolean language sql immutable as $$
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
    else field like 'attributes.%' and (c.attributes -> substr(field, 12)) is null
    end
$$;

-- Where no attribute is required, an attribute that changes costs one comparison with null.
create or replace function customer_gap_after_update() returns trigger language plpgsql as $$
declare
    touched bigint[];
    required text[];
begin
    select array_agg(distinct substr(f.field, 12)) into required from required_field f where f.field like 'attributes.%';
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

-- Rules of what is required already; its gaps are worked out by the job, in steps.
insert into required_field (kind, stage, field)
select k.kind, s.stage, 'attributes.' || a.code
from customer_attribute a, unnest(a.kinds) as k (kind), unnest(array['RAW', 'LEAD', 'CONTACT', 'ACCOUNT']) as s (stage)
where a.required and not a.archived;
update job_schedule set next_due = now() where name = 'checks-nightly'
and exists (select from required_field f where f.field like 'attributes.%');
