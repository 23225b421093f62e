-- Groups of customers (GRP). A static one has its members in group_member; a dynamic one is a filter, and its members are
-- those who match when it is used, as far as whoever uses it sees them.

create sequence customer_group_seq start with 50 increment by 50;

create table customer_group (
    id               bigint primary key,
    version          integer     not null default 1,
    name             text        not null check (length(name) between 1 and 120),
    name_fold        text collate "C" not null,
    description      text        not null check (length(description) between 1 and 2000),
    description_fold text collate "C" not null,
    -- The filter language's JSON as text; null for a static group.
    filter           text,
    created_by       bigint      not null references app_user,
    created_at       timestamptz not null,
    updated_at       timestamptz not null
);
-- A filter names a group by its name.
create unique index customer_group_name_uq on customer_group (name_fold);

create table group_member (
    group_id    bigint not null references customer_group on delete cascade,
    customer_id bigint not null references customer on delete cascade,
    primary key (group_id, customer_id)
);
create index group_member_customer_ix on group_member (customer_id);

insert into app_role_right (role_code, right_name)
select code, 'group.manage' from app_role where code in ('ADMINISTRATOR', 'MANAGER', 'API_CLIENT')
on conflict do nothing;
