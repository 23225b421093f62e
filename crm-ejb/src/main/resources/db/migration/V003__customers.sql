-- Customers: one row each, whatever the kind and stage (CUS-1, CUS-2). Lists of small values (phones, addresses …)
-- stand in the row as jsonb; what is searched by key stands normalised in identity_key.

create sequence customer_seq start with 50 increment by 50;
create sequence customer_code_seq;

create table customer (
    id             bigint primary key,
    version        integer     not null default 1,
    -- Codes, folded names and keys compare byte by byte: the same on every server, and LIKE 'x%' by a plain index.
    code           text collate "C" not null check (length(code) between 1 and 40),
    kind           text        not null check (kind in ('INDIVIDUAL', 'ORGANIZATION', 'SHOP', 'HOUSEHOLD')),
    stage          text        not null check (stage in ('RAW', 'LEAD', 'CONTACT', 'ACCOUNT')),
    state          text        not null default 'ACTIVE' check (state in ('ACTIVE', 'DELETED', 'MERGED')),
    merged_into    bigint references customer,
    name           text        not null check (length(name) between 1 and 250),
    -- The name folded (no case, no marks), every word kept: what searches and the order by name read.
    name_fold      text collate "C" not null,
    status_id      bigint references customer_status,
    category_id    bigint references customer_category,
    tier_id        bigint references customer_tier,
    source_id      bigint references customer_source,
    owner_id       bigint references app_user,
    creator_id     bigint      not null references app_user,
    team_id        bigint references team,
    account_id     bigint references customer,
    is_supplier    boolean     not null default false,
    score          integer     not null default 0,
    stars          smallint    not null default 0 check (stars between 0 and 5),
    phones         jsonb,
    emails         jsonb,
    addresses      jsonb,
    socials        jsonb,
    websites       jsonb,
    tax_code       text check (length(tax_code) <= 20),
    citizen_id     text check (length(citizen_id) <= 20),
    birthday       date,
    gender         text check (gender in ('MALE', 'FEMALE', 'OTHER')),
    job_title      text check (length(job_title) <= 120),
    industry       text check (length(industry) <= 120),
    company_size   text check (length(company_size) <= 60),
    representative jsonb,
    members        jsonb,
    notes          text check (length(notes) <= 10000),
    attributes     jsonb,
    created_at     timestamptz not null,
    updated_at     timestamptz not null,
    check ((state = 'MERGED') = (merged_into is not null))
);

-- Codes are unique without regard to case, in every state: a deleted or merged customer's code stays taken.
create unique index customer_code_uq on customer (upper(code));
-- The default order of every list, and of "mine": newest change first.
create index customer_updated_ix on customer (updated_at desc, id desc) where state = 'ACTIVE';
create index customer_owner_updated_ix on customer (owner_id, updated_at desc, id desc) where state = 'ACTIVE';
create index customer_creator_updated_ix on customer (creator_id, updated_at desc, id desc)
    where state = 'ACTIVE' and owner_id is distinct from creator_id;
create index customer_name_ix on customer (name_fold, id) where state = 'ACTIVE';
create index customer_created_ix on customer (created_at desc, id desc) where state = 'ACTIVE';
create index customer_account_ix on customer (account_id) where account_id is not null;
create index customer_merged_into_ix on customer (merged_into) where merged_into is not null;
-- Part of a name: LIKE '%huong%' through three-letter pieces.
create index customer_name_trgm_ix on customer using gin (name_fold gin_trgm_ops) where state = 'ACTIVE';
-- The planner chooses between the order's index and the trigrams by how frequent a word is: give it enough samples.
alter table customer alter column name_fold set statistics 1000;

-- The normalised keys of a customer, kept in the transaction that changes it.
create table identity_key (
    kind        text collate "C" not null check (kind in ('PHONE', 'EMAIL', 'TAX', 'IDNO', 'ZALO', 'NAME')),
    key         text collate "C" not null,
    customer_id bigint not null references customer on delete cascade,
    primary key (key, kind, customer_id)
);
create index identity_key_customer_ix on identity_key (customer_id);
-- "…4567": a phone by its last digits.
create index identity_key_phone_end_ix on identity_key (reverse(key)) where kind = 'PHONE';

-- Where a customer's addresses are, for filters and the map.
create table customer_place (
    customer_id bigint  not null references customer on delete cascade,
    position    integer not null,
    province    text references location,
    commune     text references location,
    lat         double precision check (lat between -90 and 90),
    lon         double precision check (lon between -180 and 180),
    primary key (customer_id, position)
);
create index customer_place_province_ix on customer_place (province, commune);
create index customer_place_commune_ix on customer_place (commune) where commune is not null;

create table customer_tag (
    tag_id      bigint not null references tag on delete cascade,
    customer_id bigint not null references customer on delete cascade,
    primary key (tag_id, customer_id)
);
create index customer_tag_customer_ix on customer_tag (customer_id);

create table customer_follow (
    user_id     bigint      not null references app_user on delete cascade,
    customer_id bigint      not null references customer on delete cascade,
    since       timestamptz not null,
    primary key (user_id, customer_id)
);
create index customer_follow_customer_ix on customer_follow (customer_id);

create sequence customer_share_seq start with 50 increment by 50;

create table customer_share (
    id          bigint primary key,
    customer_id bigint  not null references customer on delete cascade,
    user_id     bigint references app_user on delete cascade,
    team_id     bigint references team on delete cascade,
    can_edit    boolean not null default false,
    check ((user_id is null) <> (team_id is null)),
    unique nulls not distinct (customer_id, user_id, team_id)
);
create index customer_share_user_ix on customer_share (user_id, customer_id) where user_id is not null;
create index customer_share_team_ix on customer_share (team_id, customer_id) where team_id is not null;
