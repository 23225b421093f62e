-- One field of a customer's document. Imports compare a few fields of each row: by making the whole document first they
-- took three times as long. The plan of a statement takes this function's place, so it must stay one expression.

create function customer_tags(customer bigint, viewer bigint) returns jsonb language sql stable as $$
    select jsonb_agg(t.name order by t.name_fold)
    from customer_tag ct join tag t on t.id = ct.tag_id
    where ct.customer_id = customer and (t.owner_id is null or t.owner_id = viewer)
$$;

create function customer_field(c customer, field text, viewer bigint) returns jsonb language sql stable as $$
    select case field
    when 'code' then to_jsonb(c.code)
    when 'name' then to_jsonb(c.name)
    when 'phones' then jsonb_strip_nulls(c.phones)
    when 'emails' then jsonb_strip_nulls(c.emails)
    when 'addresses' then jsonb_strip_nulls(c.addresses)
    when 'kind' then to_jsonb(c.kind)
    when 'stage' then to_jsonb(c.stage)
    when 'gender' then to_jsonb(c.gender)
    when 'birthday' then to_jsonb(c.birthday)
    when 'status' then to_jsonb(c.status_id)
    when 'category' then to_jsonb(c.category_id)
    when 'source' then to_jsonb(c.source_id)
    when 'tier' then to_jsonb(c.tier_id)
    when 'owner' then to_jsonb(c.owner_id)
    when 'team' then to_jsonb(c.team_id)
    when 'notes' then to_jsonb(c.notes)
    when 'taxCode' then to_jsonb(c.tax_code)
    when 'citizenId' then to_jsonb(c.citizen_id)
    when 'websites' then jsonb_strip_nulls(c.websites)
    when 'socials' then jsonb_strip_nulls(c.socials)
    when 'jobTitle' then to_jsonb(c.job_title)
    when 'account' then to_jsonb(c.account_id)
    when 'representative' then jsonb_strip_nulls(c.representative)
    when 'industry' then to_jsonb(c.industry)
    when 'companySize' then to_jsonb(c.company_size)
    when 'members' then jsonb_strip_nulls(c.members)
    when 'supplier' then to_jsonb(c.is_supplier)
    when 'tags' then customer_tags(c.id, viewer)
    else c.attributes -> substr(field, 12)
    end
$$;

create or replace function customer_document(c customer, viewer bigint) returns jsonb language sql stable as $$
    select jsonb_strip_nulls(jsonb_build_object(
        'code', c.code, 'kind', c.kind, 'stage', c.stage, 'name', c.name, 'phones', c.phones, 'emails', c.emails,
        'websites', c.websites, 'socials', c.socials, 'addresses', c.addresses, 'gender', c.gender,
        'birthday', c.birthday, 'citizenId', c.citizen_id, 'taxCode', c.tax_code, 'jobTitle', c.job_title,
        'account', c.account_id, 'representative', c.representative, 'industry', c.industry,
        'companySize', c.company_size, 'members', c.members, 'supplier', c.is_supplier, 'status', c.status_id,
        'category', c.category_id, 'source', c.source_id, 'tier', c.tier_id, 'owner', c.owner_id, 'team', c.team_id,
        'notes', c.notes, 'tags', customer_tags(c.id, viewer)))
        || coalesce((select jsonb_object_agg('attributes.' || a.key, a.value) from jsonb_each(c.attributes) a), '{}')
$$;
