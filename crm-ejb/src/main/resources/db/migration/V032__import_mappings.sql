-- How columns are mapped to fields, kept under a name: offered to whoever sees it, applied by itself to a file whose
-- titles are the same.
create sequence import_mapping_seq;
create table import_mapping (
    id         bigint primary key,
    type       text        not null,
    -- Null for everybody's.
    owner_id   bigint references app_user,
    name       text        not null,
    name_fold  text        not null,
    headers    jsonb       not null,
    mapping    jsonb       not null,
    created_at timestamptz not null
);
create unique index import_mapping_name_uq on import_mapping (type, coalesce(owner_id, 0), name_fold);
