-- Taking an import back: what it changed is put back as it was, what it created goes, and what somebody has touched
-- since stays and is listed.

alter table import_run drop constraint import_run_phase_check;
alter table import_run add constraint import_run_phase_check check (phase in ('READ', 'DECIDE', 'APPLY', 'UNDO'));
alter table import_run
    add column rows_undone bigint not null default 0,
    add column rows_left   bigint not null default 0,
    add column undone_by   bigint references app_user;

alter table import_change
    -- The customer's version after the change: another one now means that somebody has changed it since.
    add column version        integer,
    -- Of changed customers: what the changed fields do not tell.
    add column name_fold      text collate "C",
    add column updated_before timestamptz,
    add column key_kinds      text[],
    add column key_values     text[],
    -- What became of the row when the import was taken back.
    add column undo           text check (undo in ('DONE', 'CHANGED', 'LOST', 'USED', 'GONE'));
create index import_change_left_ix on import_change (run_id, row_no) where undo in ('CHANGED', 'LOST', 'USED', 'GONE');

update import_change h
set version = case when h.created then 1 else v.customer_version + 1 end,
    name_fold = case when h.before ->> 'name' is null then c.name_fold else text_fold(h.before ->> 'name') end,
    updated_before = c.updated_at
from import_verdict v join customer c on c.id = v.customer_id or v.customer_id is null
where v.run_id = h.run_id and v.row_no = h.row_no and c.id = h.customer_id;

-- A customer with the fields that a document gives, empty where it gives null; tags stand elsewhere.
create function customer_with(c customer, doc jsonb) returns customer language sql stable as $$
    select jsonb_populate_record(c, coalesce((
        select jsonb_object_agg(coalesce(n.column_name, d.key), d.value)
        from jsonb_each(doc) d
        left join (values
            ('citizenId', 'citizen_id'), ('taxCode', 'tax_code'), ('jobTitle', 'job_title'), ('account', 'account_id'),
            ('companySize', 'company_size'), ('supplier', 'is_supplier'), ('status', 'status_id'),
            ('category', 'category_id'), ('source', 'source_id'), ('tier', 'tier_id'), ('owner', 'owner_id'),
            ('team', 'team_id')) as n (name, column_name) on n.name = d.key
        where d.key not in ('id', 'version', 'tags') and d.key not like 'attributes.%'), '{}')
        || case when document_attributes(doc) is null then '{}' else jsonb_build_object('attributes',
            nullif(jsonb_strip_nulls(coalesce(c.attributes, '{}') || document_attributes(doc)), '{}')) end)
$$;
