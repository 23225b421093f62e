-- Merging (MRG): which customers became one, what each was before, and every row that was moved or left out for it, so
-- that it can all be put back.

create sequence customer_merge_seq start with 50 increment by 50;

create table customer_merge (
    id                     bigint primary key,
    -- MERGE unites two of one stage; OVERWRITE lets what comes in win; LINK takes a name in and changes nothing.
    mode                   text        not null check (mode in ('MERGE', 'OVERWRITE', 'LINK')),
    master_id              bigint      not null references customer on delete cascade,
    -- The run that merged groups of duplicates; null for a merge by hand.
    run_id                 bigint,
    merged_at              timestamptz not null,
    merged_by              bigint      not null references app_user,
    -- The master's version by the merge, and its changed fields before and after.
    master_version         integer     not null,
    before                 jsonb       not null,
    after                  jsonb       not null,
    created_before         timestamptz not null,
    primary_contact_before bigint references customer on delete set null,
    undone_at              timestamptz,
    undone_by              bigint references app_user,
    check ((undone_at is null) = (undone_by is null))
);
create index customer_merge_master_ix on customer_merge (master_id, merged_at desc);
create index customer_merge_run_ix on customer_merge (run_id) where run_id is not null;
create index customer_merge_primary_contact_ix on customer_merge (primary_contact_before)
    where primary_contact_before is not null;

create table customer_merge_slave (
    merge_id bigint not null references customer_merge on delete cascade,
    slave_id bigint not null references customer on delete cascade,
    -- All its values, as they were; those among them that the result has no field for are nowhere else.
    before   jsonb  not null,
    dropped  text[] not null default '{}',
    primary key (merge_id, slave_id)
);
create index customer_merge_slave_ix on customer_merge_slave (slave_id);

-- One row that referred to a slave. MOVED: its key; SUPPRESSED, as the master had the like: the whole row.
create table customer_merge_row (
    merge_id bigint not null references customer_merge on delete cascade,
    slave_id bigint not null references customer on delete cascade,
    relation text collate "C" not null,
    kind     text not null check (kind in ('MOVED', 'SUPPRESSED')),
    row      jsonb not null
);
create index customer_merge_row_ix on customer_merge_row (merge_id, relation);
create index customer_merge_row_slave_ix on customer_merge_row (slave_id);
