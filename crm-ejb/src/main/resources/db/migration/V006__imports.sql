-- Imports. A run is asked for once and goes through its phases in bounded steps, each one transaction that also moves
-- the run's position: whatever server or database dies, another execution goes on from there.

create sequence import_run_seq start with 50 increment by 50;

create table import_run (
    id             bigint primary key,
    version        integer     not null default 1,
    type           text        not null,
    state          text        not null check (state in ('UPLOADED', 'MAPPED', 'CHECKING', 'CHECKED', 'RUNNING', 'DONE',
                       'DONE_WITH_ERRORS', 'STOPPED', 'FAILED', 'UNDOING', 'UNDONE')),
    -- What the run does next: READ (file to import_row), DECIDE (verdicts), APPLY (changes), null when at rest.
    phase          text check (phase in ('READ', 'DECIDE', 'APPLY')),
    -- A dry run rests at CHECKED; what was asked last decides.
    dry_run        boolean     not null default false,
    file_id        bigint      not null references stored_file,
    file_name      text        not null,
    options        jsonb       not null,
    headers        jsonb       not null,
    mapping        jsonb       not null,
    -- What the user must do before it can go on (MAPPING_NEEDED), and why it failed for good.
    problem        text,
    error_code     text,
    error_detail   text,
    -- The row number up to which the present phase is done, and the last one of the file (known after READ).
    position       bigint      not null default 0,
    total          bigint,
    rows_read      bigint      not null default 0,
    rows_created   bigint      not null default 0,
    rows_updated   bigint      not null default 0,
    rows_unchanged bigint      not null default 0,
    rows_skipped   bigint      not null default 0,
    rows_refused   bigint      not null default 0,
    rows_warned    bigint      not null default 0,
    created_by     bigint      not null references app_user,
    created_at     timestamptz not null,
    started_at     timestamptz,
    finished_at    timestamptz,
    -- Who works on it, and when that one last said so; a heartbeat of 30 s ago is a dead owner's.
    owner          text,
    heartbeat      timestamptz,
    stop_requested boolean     not null default false,
    attempts       integer     not null default 0
);
create index import_run_created_ix on import_run (created_at desc, id desc);
create index import_run_mine_ix on import_run (created_by, created_at desc, id desc);
create index import_run_active_ix on import_run (id) where state in ('CHECKING', 'RUNNING', 'UNDOING');

-- One row of the file, checked and normalised; written once and never changed. The three tables of a run's rows have no
-- foreign keys: they are written by the hundred thousand in one transaction with their run, and swept with it.
create table import_row (
    run_id      bigint  not null,
    row_no      integer not null,
    -- upper(code), null where the row names none.
    code_key    text,
    name_fold   text,
    key_kinds   text[],
    key_values  text[],
    -- The given, non-empty fields as a document (see customer_document); null for a row refused when read.
    doc         jsonb,
    -- Tags that do not exist yet, by name.
    new_tags    text[],
    error_code  text,
    error_field text,
    -- Of rows with errors or warnings alone: what is wrong, and the cells as typed.
    problems    jsonb,
    cells       jsonb,
    primary key (run_id, row_no)
);
create index import_row_problem_ix on import_row (run_id, row_no) where problems is not null;

-- What becomes of a row, decided in sets. Rows of one file that name the same customer are united in the first of
-- them (its "leader"), which alone is applied with the union of what they say.
create table import_verdict (
    run_id           bigint  not null,
    row_no           integer not null,
    verdict          text    not null check (verdict in ('CREATE', 'UPDATE', 'UNCHANGED', 'SKIP', 'REFUSE')),
    error_code       text,
    error_field      text,
    customer_id      bigint,
    customer_version integer,
    leader           integer,
    doc              jsonb,
    name_fold        text,
    key_kinds        text[],
    key_values       text[],
    primary key (run_id, row_no)
);
create index import_verdict_refused_ix on import_verdict (run_id, row_no) where verdict = 'REFUSE';

-- What a run did: which customer a row made (with the code given to it) or changed (with the fields as they were).
create table import_change (
    run_id      bigint  not null,
    row_no      integer not null,
    customer_id bigint  not null,
    code        text,
    before      jsonb,
    primary key (run_id, row_no)
);
