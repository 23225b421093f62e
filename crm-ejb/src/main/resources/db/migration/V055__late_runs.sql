-- For which time of its schedule a run is; whoever sees it can tell that it came late. Null when somebody asked for it.
alter table job_run add column due_at timestamptz;
