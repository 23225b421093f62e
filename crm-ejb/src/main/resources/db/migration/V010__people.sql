-- Users, teams and the dealing-out of customers (ASG-0, ASG-2).

-- An archived team is offered no more; the customers that it has keep it.
alter table team add column archived boolean not null default false;

alter table team_member
    add column active      boolean not null default true,
    -- Both days belong to the absence; either may be open.
    add column absent_from date,
    add column absent_to   date,
    -- How many customers in RAW and LEAD the member may own at most; null for any number.
    add column max_open    integer check (max_open >= 0),
    add check (absent_from <= absent_to);

-- Whose turn it is: a row of its own, since a lock of the team's row would hold up whatever refers to the team.
create table team_turn (
    team_id      bigint primary key references team on delete cascade,
    last_user_id bigint references app_user
);

-- Every dealing of a team's rule: how many, how many of them for nobody, and what each member got or why not.
create table team_deal (
    id        bigint generated always as identity primary key,
    team_id   bigint      not null references team on delete cascade,
    at        timestamptz not null,
    customers integer     not null check (customers > 0),
    queued    integer     not null check (queued between 0 and customers)
);
create index team_deal_team_ix on team_deal (team_id, at desc);
create index team_deal_at_ix on team_deal (at);

create table team_deal_member (
    deal_id     bigint  not null references team_deal on delete cascade,
    user_id     bigint  not null references app_user,
    given       integer not null,
    passed_over text check (passed_over in ('USER_INACTIVE', 'MEMBER_INACTIVE', 'ABSENT', 'FULL')),
    primary key (deal_id, user_id)
);
create index team_deal_member_user_ix on team_deal_member (user_id);

-- A team's queue, oldest first: its customers of nobody. Empty but for those.
create index customer_queue_ix on customer (team_id, created_at, id)
    where state = 'ACTIVE' and owner_id is null and team_id is not null;

-- A role has an id for its history, and a version like every record that two people may edit.
alter table app_role
    add column id      bigint generated always as identity unique,
    add column version integer not null default 1;
