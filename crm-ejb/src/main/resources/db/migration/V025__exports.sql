-- Exports (EXP-1): what was asked for, how far it is, and the file that came of it. A run whose server died begins again
-- with a new file; the half of the old one was never stored.

create sequence export_run_seq start with 50 increment by 50;

create table export_run (
    id             bigint primary key,
    list           text        not null check (length(list) between 1 and 40),
    format         text        not null check (format in ('XLSX', 'CSV')),
    -- In which words and headers are written.
    language       text        not null,
    -- Which records: a filter and the text of a search, or ids.
    filter         jsonb,
    search         text,
    ids            bigint[],
    sort           text        not null,
    -- In their order, each with its header.
    columns        jsonb       not null,
    state          text        not null default 'RUNNING' check (state in ('RUNNING', 'DONE', 'STOPPED', 'FAILED')),
    -- Rows written, and rows there are to write.
    position       bigint      not null default 0,
    total          bigint      not null default 0,
    file_id        bigint references stored_file,
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
create index export_run_mine_ix on export_run (created_by, created_at desc, id desc);
create index export_run_created_ix on export_run (created_at desc, id desc);
create index export_run_active_ix on export_run (id) where state = 'RUNNING';
create index export_run_file_ix on export_run (file_id);
