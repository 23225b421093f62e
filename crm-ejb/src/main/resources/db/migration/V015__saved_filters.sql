-- Filters kept by name (CUS-10), and the columns that each user chose for the list of a stage.

create sequence saved_filter_seq start with 50 increment by 50;

create table saved_filter (
    id         bigint primary key,
    version    integer     not null default 1,
    owner_id   bigint      not null references app_user,
    name       text        not null check (length(name) between 1 and 120),
    name_fold  text collate "C" not null,
    -- The list that it narrows; null for the list of all stages.
    stage      text check (stage in ('RAW', 'LEAD', 'CONTACT', 'ACCOUNT')),
    -- As the filter language writes it: kept as a text, so that what can no longer be read is still what was said.
    filter     text check (length(filter) <= 200000),
    search     text check (length(search) <= 200),
    sort       text check (length(sort) <= 120),
    -- Names of columns in their order; null for the columns that the viewer chose.
    columns    text[],
    -- Offered to everybody; what it finds is still only what the viewer may see.
    shared     boolean     not null default false,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    unique (owner_id, name_fold)
);
create index saved_filter_shared_ix on saved_filter (shared) where shared;

-- What a user has made of the list of a stage; ALL is the list of all stages.
create table user_list (
    user_id         bigint not null references app_user on delete cascade,
    stage           text   not null check (stage in ('ALL', 'RAW', 'LEAD', 'CONTACT', 'ACCOUNT')),
    columns         text[],
    -- Opened when the list is asked for without any condition.
    saved_filter_id bigint references saved_filter on delete set null,
    primary key (user_id, stage)
);
create index user_list_saved_filter_ix on user_list (saved_filter_id) where saved_filter_id is not null;
