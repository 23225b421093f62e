-- Who changed what, when, from what to what. Append-only: a trigger refuses UPDATE and DELETE; only the erasure of a
-- person's data, which sets crm.erasure for its transaction, may pass. By month, so that old months can be dropped;
-- without foreign keys, so that history outlives what it tells of.

create table audit_entry (
    at        timestamptz not null,
    -- Who: the user, null for the system itself.
    actor_id  bigint,
    -- By what: FORM, API, IMPORT, SYSTEM …, and the run when there was one.
    cause     text        not null,
    cause_id  bigint,
    entity    text        not null,
    entity_id bigint      not null,
    -- The record's version after the change, null where the record has none.
    version   integer,
    action    text        not null,
    -- The changed fields alone, before and after; "before" is null for a creation.
    before    jsonb,
    after     jsonb
) partition by range (at);

create table audit_entry_default partition of audit_entry default;
create index audit_entry_entity_ix on audit_entry (entity, entity_id, at);

create function audit_entry_is_append_only() returns trigger language plpgsql as $$
begin
    if current_setting('crm.erasure', true) = 'on' then
        return coalesce(new, old);
    end if;
    raise exception 'audit_entry is append-only';
end
$$;

create trigger audit_entry_append_only
    before update or delete on audit_entry
    for each row execute function audit_entry_is_append_only();

-- Makes the partition of a month when it is missing. Rows of that month which already lie in the default partition
-- keep lying there: the partition is then not made.
create function audit_entry_partition(month date) returns void language plpgsql as $$
declare
    first date := date_trunc('month', month);
    name  text := 'audit_entry_' || to_char(first, 'YYYY_MM');
begin
    if to_regclass(name) is null
        and not exists (select from audit_entry_default where at >= first and at < first + interval '1 month') then
        execute format('create table %I partition of audit_entry for values from (%L) to (%L)',
                       name, first, first + interval '1 month');
    end if;
end
$$;
select audit_entry_partition((current_date + make_interval(months => m))::date) from generate_series(0, 3) as m;
