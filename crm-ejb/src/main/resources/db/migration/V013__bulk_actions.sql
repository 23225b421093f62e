-- Bulk actions (CUS-12). What was selected is frozen when the action is asked for: the ids, ten thousand a part. A part is
-- one step: its changes, the verdict of each record and the run's position are one transaction. What a record was before
-- stands with its verdict; an undo is a run of its own over the records that were done.

create sequence bulk_action_seq start with 50 increment by 50;

create table bulk_action (
    id             bigint primary key,
    action         text        not null check (length(action) between 1 and 40),
    -- As checked: references as ids.
    parameters     jsonb       not null,
    -- How the records were selected, null where their ids were given.
    filter         jsonb,
    search         text,
    -- The run that this one takes back.
    undoes         bigint references bulk_action on delete cascade,
    state          text        not null default 'RUNNING'
                       check (state in ('RUNNING', 'DONE', 'DONE_WITH_ERRORS', 'STOPPED', 'FAILED')),
    -- Parts done, and records selected: always done + unchanged + skipped + refused once it is through.
    position       integer     not null default 0,
    total          bigint      not null default 0,
    done           bigint      not null default 0,
    unchanged      bigint      not null default 0,
    skipped        bigint      not null default 0,
    refused        bigint      not null default 0,
    error_code     text,
    error_detail   text,
    created_by     bigint      not null references app_user,
    created_at     timestamptz not null,
    finished_at    timestamptz,
    -- Who works on it, and when that one last said so; a heartbeat of 30 s ago is a dead owner's.
    owner          text,
    heartbeat      timestamptz,
    stop_requested boolean     not null default false,
    attempts       integer     not null default 0
);
create index bulk_action_created_ix on bulk_action (created_at desc, id desc);
create index bulk_action_mine_ix on bulk_action (created_by, created_at desc, id desc);
create index bulk_action_active_ix on bulk_action (id) where state = 'RUNNING';
-- What was taken back is not taken back twice.
create unique index bulk_action_undoes_uq on bulk_action (undoes) where undoes is not null;

-- The frozen selection. Like the items without foreign keys to customers: written by the hundred thousand, history.
create table bulk_part (
    run_id  bigint   not null references bulk_action on delete cascade,
    part_no integer  not null,
    ids     bigint[] not null,
    primary key (run_id, part_no)
);

create table bulk_item (
    run_id      bigint not null,
    customer_id bigint not null,
    verdict     text   not null check (verdict in ('DONE', 'UNCHANGED', 'SKIPPED', 'REFUSED')),
    reason      text,
    -- The changed fields alone, as in audit entries; tags by their ids.
    before      jsonb,
    after       jsonb,
    primary key (run_id, customer_id)
);
create index bulk_item_problem_ix on bulk_item (run_id, verdict, customer_id) where verdict in ('SKIPPED', 'REFUSED');
-- A run's rows are unknown to the statistics while it works on them (see import_row).
alter table bulk_item alter column run_id set statistics 0;
