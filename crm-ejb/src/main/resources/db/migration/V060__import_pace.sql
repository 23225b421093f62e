-- Since when a run works in its present phase, and how many of its rows were done in it before: what its pace is taken from.
alter table import_run
    add column phase_at   timestamptz,
    add column phase_from bigint not null default 0;
