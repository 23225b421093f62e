-- Schedules and runs of jobs. A schedule's due moment is moved on by whichever server gets to it first, in the
-- transaction that also asks for the run; a run belongs to the server that claimed it and last said that it lives.

create table job_schedule (
    name     text primary key check (name ~ '^[a-z][a-z0-9-]{0,59}$'),
    -- Five fields: minute, hour, day of month, month, day of week.
    cron     text    not null,
    -- Null for the company's zone.
    zone     text,
    enabled  boolean not null default true,
    -- Null until a server has worked it out: at first, and whenever cron or zone is changed.
    next_due timestamptz
);

create function job_schedule_is_new() returns trigger language plpgsql as $$
begin
    if (new.cron, coalesce(new.zone, ''), new.enabled) <> (old.cron, coalesce(old.zone, ''), old.enabled) then
        new.next_due := null;
    end if;
    return new;
end
$$;
create trigger job_schedule_changed before update on job_schedule
    for each row execute function job_schedule_is_new();

create sequence job_run_seq start with 50 increment by 50;

create table job_run (
    id             bigint primary key,
    job_name       text        not null,
    state          text        not null check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED', 'STOPPED')),
    parameters     jsonb       not null default '{}',
    -- What was done, as the job counts it.
    progress       jsonb       not null default '{}',
    -- Null for the schedule.
    created_by     bigint references app_user,
    created_at     timestamptz not null,
    started_at     timestamptz,
    finished_at    timestamptz,
    error_code     text,
    error_detail   text,
    owner          text,
    heartbeat      timestamptz,
    stop_requested boolean     not null default false,
    attempts       integer     not null default 0
);
create index job_run_newest_ix on job_run (job_name, id desc);
-- Overlapping runs of one job are refused.
create unique index job_run_active_uq on job_run (job_name) where state in ('WAITING', 'RUNNING');

insert into job_schedule (name, cron) values ('purge', '30 2 * * *');

-- Months of the audit begin at the same moment whatever zone a server's session is in, or partitions that different
-- servers make would overlap. Those made so far are still empty at a first start; they are made anew.
alter function audit_entry_partition(date) set timezone = 'UTC';
do $$
declare
    part regclass;
    used boolean;
begin
    for part in select inhrelid::regclass from pg_inherits
                where inhparent = 'audit_entry'::regclass and inhrelid <> 'audit_entry_default'::regclass loop
        execute format('select exists (select from %s)', part) into used;
        if not used then
            execute format('drop table %s', part);
        end if;
    end loop;
end
$$;
select audit_entry_partition((current_date + make_interval(months => m))::date) from generate_series(0, 3) as m;
