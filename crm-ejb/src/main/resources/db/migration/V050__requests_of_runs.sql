-- The id of the request that put a run to work last, under which its lines stand in the log; null for a schedule's.
alter table job_run add column request_id varchar(64);
alter table import_run add column request_id varchar(64);
alter table bulk_action add column request_id varchar(64);
alter table export_run add column request_id varchar(64);
