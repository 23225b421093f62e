-- Further attributes of customers that a company defines for itself (CUS-3). Values stand in customer.attributes by
-- code: texts as they are, numbers as numbers, dates as ISO texts, choices as codes, several choices as an array.

create extension if not exists unaccent;

create sequence customer_attribute_seq start with 50 increment by 50;

create table customer_attribute (
    id       bigint primary key,
    version  integer not null default 1,
    -- The key in customer.attributes; it never changes.
    code     text collate "C" not null check (code ~ '^[a-z][a-z0-9_]{0,39}$'),
    name_vi  text    not null check (length(name_vi) between 1 and 120),
    name_en  text    not null check (length(name_en) between 1 and 120),
    type     text    not null
        check (type in ('TEXT', 'NUMBER', 'DATE', 'YES_NO', 'CHOICE', 'MULTI_CHOICE', 'PHOTO', 'VIDEO')),
    required boolean not null default false,
    -- The kinds of customers whose forms show it.
    kinds    text[]  not null check (cardinality(kinds) > 0
                                     and kinds <@ array['INDIVIDUAL', 'ORGANIZATION', 'SHOP', 'HOUSEHOLD']),
    position integer not null default 0,
    archived boolean not null default false
);
create unique index customer_attribute_code_uq on customer_attribute (code);

create table customer_attribute_choice (
    attribute_id bigint  not null references customer_attribute on delete cascade,
    code         text collate "C" not null check (code ~ '^[A-Za-z0-9_.-]{1,40}$'),
    name_vi      text    not null check (length(name_vi) between 1 and 120),
    name_en      text    not null check (length(name_en) between 1 and 120),
    position     integer not null default 0,
    archived     boolean not null default false,
    primary key (attribute_id, code)
);
create unique index customer_attribute_choice_uq on customer_attribute_choice (attribute_id, upper(code));

-- A file that was sent as the value of an attribute: what may be referred to, and by whom before a customer has it.
create table customer_attribute_file (
    file_id      bigint primary key references stored_file on delete cascade,
    attribute_id bigint not null references customer_attribute on delete cascade
);
create index customer_attribute_file_attribute_ix on customer_attribute_file (attribute_id);

-- Equality by containment. Customers without attributes are not in it and cost nothing.
create index customer_attributes_ix on customer using gin (attributes jsonb_path_ops) where attributes is not null;

-- A text as the application folds it for comparison (TextFold): no case, no marks, the last y of a word as i.
create function text_fold(t text) returns text language sql stable parallel safe as $$
    select regexp_replace(lower(unaccent(translate(t, E'\n', ' '))), '([hklmst]|qu)y\M', '\1i', 'g')
$$;

-- As before, with each attribute under a name of its own, so that documents are compared and united one by one.
create or replace function customer_document(c customer, viewer bigint) returns jsonb language sql stable as $$
    select jsonb_strip_nulls(jsonb_build_object(
        'code', c.code, 'kind', c.kind, 'stage', c.stage, 'name', c.name, 'phones', c.phones, 'emails', c.emails,
        'websites', c.websites, 'socials', c.socials, 'addresses', c.addresses, 'gender', c.gender,
        'birthday', c.birthday, 'citizenId', c.citizen_id, 'taxCode', c.tax_code, 'jobTitle', c.job_title,
        'account', c.account_id, 'representative', c.representative, 'industry', c.industry,
        'companySize', c.company_size, 'members', c.members, 'supplier', c.is_supplier, 'status', c.status_id,
        'category', c.category_id, 'source', c.source_id, 'tier', c.tier_id, 'owner', c.owner_id, 'team', c.team_id,
        'notes', c.notes,
        'tags', (select jsonb_agg(t.name order by t.name_fold)
                 from customer_tag ct join tag t on t.id = ct.tag_id
                 where ct.customer_id = c.id and (t.owner_id is null or t.owner_id = viewer))))
        || coalesce((select jsonb_object_agg('attributes.' || a.key, a.value) from jsonb_each(c.attributes) a), '{}')
$$;

-- The attributes that a document gives, as they stand in the column; null for none.
create function document_attributes(doc jsonb) returns jsonb language sql immutable parallel safe as $$
    select jsonb_object_agg(substr(d.key, 12), d.value) from jsonb_each(doc) d where d.key like 'attributes.%'
$$;
