-- The emergency switch, one row: while stopped_at is given, no schedule starts anything on any server.
create table job_switch (
    only_one   boolean primary key default true check (only_one),
    stopped_at timestamptz,
    stopped_by bigint references app_user,
    -- When operators were told that jobs are missed because of it; so that no two servers tell.
    told_at    timestamptz,
    check ((stopped_at is null) = (stopped_by is null))
);
insert into job_switch default values;

-- The watchdog counts missed moments from here on, or from the last success if that is later; and tells once.
alter table job_schedule
    add column watched_since  timestamptz not null default now(),
    add column missed_told_at timestamptz;

create or replace function job_schedule_is_new() returns trigger language plpgsql as $$
begin
    if (new.cron, coalesce(new.zone, ''), new.enabled) <> (old.cron, coalesce(old.zone, ''), old.enabled) then
        new.next_due := null;
        new.watched_since := now();
    end if;
    return new;
end
$$;
