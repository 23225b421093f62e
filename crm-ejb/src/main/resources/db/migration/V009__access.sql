-- Record access in full (SEC-2): beside own and shared customers a role may see those of the user's teams and routes.

alter table app_role add column sees_teams boolean not null default true;
alter table app_role add column sees_routes boolean not null default true;
comment on column app_role.record_scope is 'OWN = owner, creator, shared, and as sees_teams and sees_routes say; ALL = every one';

-- Team's customers in the order of every list. Empty for companies without teams.
create index customer_team_updated_ix on customer (team_id, updated_at desc, id desc)
    where state = 'ACTIVE' and team_id is not null;

-- A named set of customers, given to staff who visit them (ASG-4). Archived, it gives nobody anything to see.
create sequence route_seq start with 50 increment by 50;

create table route (
    id         bigint primary key,
    version    integer     not null default 1,
    code       text collate "C" not null check (length(code) between 1 and 40),
    name       text        not null check (length(name) between 1 and 120),
    name_fold  text collate "C" not null,
    notes      text check (length(notes) <= 2000),
    archived   boolean     not null default false,
    created_at timestamptz not null
);
create unique index route_code_uq on route (upper(code));

create table route_staff (
    route_id bigint not null references route on delete cascade,
    user_id  bigint not null references app_user on delete cascade,
    primary key (user_id, route_id)
);
create index route_staff_route_ix on route_staff (route_id);

-- "stop" orders the customers of a route: 1, 2, 3 … without gaps, renumbered by whoever changes it.
create table route_customer (
    route_id    bigint  not null references route on delete cascade,
    customer_id bigint  not null references customer on delete cascade,
    stop        integer not null,
    primary key (customer_id, route_id)
);
create index route_customer_stop_ix on route_customer (route_id, stop, customer_id);
