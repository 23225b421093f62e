-- The tag, entry or place that a row changes and its version at the check, or the one that it makes: whoever was there in
-- between is told by it.
alter table import_verdict
    add column record_id      bigint,
    add column record_version integer;
