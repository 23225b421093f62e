-- Users, roles, tokens. A right is a name such as 'customer.view'; the server gives the rights of a user's role to the
-- container as that caller's roles, so a service method names the right it needs and nothing else.

create extension if not exists pg_trgm;

create table app_role (
    code         text primary key,
    name_vi      text    not null,
    name_en      text    not null,
    -- Which records its holders see: OWN = owner or creator; ALL = every one. Further branches join later.
    record_scope text    not null check (record_scope in ('OWN', 'ALL')),
    position     integer not null default 0
);

create table app_role_right (
    role_code  text not null references app_role on delete cascade,
    right_name text not null,
    primary key (role_code, right_name)
);

create sequence app_user_seq start with 50 increment by 50;

create table app_user (
    id                   bigint primary key,
    version              integer     not null default 1,
    username             text        not null check (length(username) between 1 and 60),
    full_name            text        not null check (length(full_name) between 1 and 120),
    full_name_fold       text        not null,
    email                text check (length(email) <= 254),
    phone                text check (length(phone) <= 40),
    language             text check (language in ('vi', 'en')),
    role_code            text        not null references app_role,
    active               boolean     not null default true,
    -- The password's algorithm, rounds, salt and hash; null for users of a foreign identity provider.
    password_hash        text,
    must_change_password boolean     not null default false,
    -- Changed with everything that must end the user's open sessions (password, role, deactivation).
    stamp                text        not null,
    last_sign_in_at      timestamptz,
    created_at           timestamptz not null
);
create unique index app_user_username_uq on app_user (lower(username));
create index app_user_role_ix on app_user (role_code);

-- Failed attempts by the name typed, whether such a user exists or not: both get the same answer.
create table sign_in_attempt (
    username_key text primary key,
    failures     integer     not null,
    last_failure timestamptz not null,
    locked_until timestamptz
);

create sequence api_token_seq start with 50 increment by 50;

create table api_token (
    id         bigint primary key,
    user_id    bigint      not null references app_user on delete cascade,
    name       text        not null,
    -- SHA-256 of the token; the token itself is shown once and never stored.
    hash       bytea       not null unique,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz
);
create index api_token_user_ix on api_token (user_id);

create sequence team_seq start with 50 increment by 50;

create table team (
    id      bigint primary key,
    version integer not null default 1,
    name    text    not null check (length(name) between 1 and 120),
    mode    text    not null default 'NONE' check (mode in ('NONE', 'SEQUENTIAL', 'RANDOM'))
);
create unique index team_name_uq on team (lower(name));

create table team_member (
    team_id  bigint  not null references team on delete cascade,
    user_id  bigint  not null references app_user,
    position integer not null default 0,
    primary key (team_id, user_id)
);
create index team_member_user_ix on team_member (user_id);

insert into app_role (code, name_vi, name_en, record_scope, position) values
    ('ADMINISTRATOR', 'Quản trị viên', 'Administrator', 'ALL', 1),
    ('MANAGER',       'Quản lý',       'Manager',       'ALL', 2),
    ('STAFF',         'Nhân viên',     'Staff',         'OWN', 3),
    ('OPERATOR',      'Vận hành',      'Operator',      'OWN', 4),
    ('API_CLIENT',    'Ứng dụng API',  'API client',    'ALL', 5);

insert into app_role_right (role_code, right_name)
select role_code, right_name
from (values
    ('ADMINISTRATOR', array['customer.view', 'customer.create', 'customer.edit', 'customer.delete', 'customer.import',
                            'customer.export', 'customer.merge', 'customer.assign', 'job.view', 'job.run', 'configure',
                            'user.manage']),
    ('MANAGER',       array['customer.view', 'customer.create', 'customer.edit', 'customer.delete', 'customer.import',
                            'customer.export', 'customer.merge', 'customer.assign', 'job.view']),
    ('STAFF',         array['customer.view', 'customer.create', 'customer.edit']),
    ('OPERATOR',      array['job.view', 'job.run']),
    ('API_CLIENT',    array['customer.view', 'customer.create', 'customer.edit', 'customer.import'])
) as granted (role_code, rights), unnest(rights) as right_name;
