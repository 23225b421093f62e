-- Who sees how the installation is: whoever administers it or runs its jobs.
insert into app_role_right (role_code, right_name)
select code, 'system.view' from app_role where code in ('ADMINISTRATOR', 'OPERATOR')
on conflict do nothing;

-- The servers that run, each with a row of its own that it renews four times a minute.
create table server_member (
    -- Name and a mark of this very start, as runs name their owner.
    node       text        primary key check (length(node) <= 100),
    name       text        not null check (length(name) <= 60),
    address    text        not null check (length(address) <= 200),
    version    text        not null check (length(version) <= 60),
    started_at timestamptz not null,
    seen_at    timestamptz not null
);
