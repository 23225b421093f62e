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
    -- The code as typed, null where the row names none; it is no part of the document.
    code        text,
    name_fold   text,
    key_kinds   text[],
    key_values  text[],
    -- The given, non-empty fields as a document (see customer_document).
    doc         jsonb,
    error_code  text,
    error_field text,
    -- Of rows with errors or warnings alone: what is wrong, and the cells as typed.
    problems    jsonb,
    cells       jsonb,
    primary key (run_id, row_no)
);
create index import_row_problem_ix on import_row (run_id, row_no) where problems is not null;

-- What becomes of a row, decided in sets. Rows of one file that name the same customer are united in one of them,
-- their leader, which alone is applied, with the union of what they say; the others point to it.
create table import_verdict (
    run_id           bigint  not null,
    row_no           integer not null,
    verdict          text    not null check (verdict in ('CREATE', 'UPDATE', 'UNCHANGED', 'SKIP', 'REFUSE')),
    error_code       text,
    error_field      text,
    customer_id      bigint,
    customer_version integer,
    leader           integer,
    -- Of leaders of several rows alone: the union.
    doc              jsonb,
    name_fold        text,
    key_kinds        text[],
    key_values       text[],
    primary key (run_id, row_no)
);
create index import_verdict_refused_ix on import_verdict (run_id, row_no) where verdict = 'REFUSE';
create index import_verdict_leader_ix on import_verdict (run_id, leader) where leader is not null;

-- What a run did: which customer a row made (with its code) or changed (with the changed fields as they were). It is
-- also how a step knows, after a crash, that a row is done. History: without foreign keys, like the audit.
create table import_change (
    run_id      bigint  not null,
    row_no      integer not null,
    customer_id bigint  not null,
    created     boolean not null,
    code        text    not null,
    before      jsonb,
    primary key (run_id, row_no)
);

-- A step of the apply phase that is committed; steps may run side by side.
create table import_step (
    run_id bigint  not null references import_run on delete cascade,
    step   integer not null,
    primary key (run_id, step)
);

-- A run's rows are unknown to the statistics while it works on them. Without any, the planner takes each run for a
-- two-hundredth of the table, which leads to sensible joins; with those of earlier runs it would expect one row.
alter table import_row alter column run_id set statistics 0;
alter table import_verdict alter column run_id set statistics 0;
alter table import_change alter column run_id set statistics 0;

-- What a run's tag names stand for.
create table import_tag (
    run_id bigint not null references import_run on delete cascade,
    name   text   not null,
    tag_id bigint not null,
    primary key (run_id, name)
);

-- The generator's form of codes: KH000001 and so on, longer when six digits are used up.
create function customer_code(n bigint) returns text language sql immutable as $$
    select 'KH' || lpad(n::text, greatest(6, length(n::text)), '0')
$$;

-- A customer as one document, in the form of audit entries: names of the customer JSON, references as ids, empty
-- fields left out, the tags that a user sees by name.
create function customer_document(c customer, viewer bigint) returns jsonb language sql stable as $$
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
$$;

-- The union of documents in their order: later ones win, field by field.
create aggregate jsonb_union(jsonb) (sfunc = jsonb_concat, stype = jsonb, initcond = '{}');
