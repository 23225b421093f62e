-- One's own page (USR-1) and one's sign-in sessions (SEC-3).

alter table app_user add column signature text check (length(signature) <= 2000);

-- Small, and read with its own address only.
create table user_picture (
    user_id      bigint primary key references app_user on delete cascade,
    content_type text        not null check (content_type in ('image/png', 'image/jpeg', 'image/gif', 'image/webp')),
    data         bytea       not null check (octet_length(data) between 1 and 1048576),
    changed_at   timestamptz not null
);
-- Pictures are compressed already.
alter table user_picture alter column data set storage external;

create sequence sign_in_session_seq start with 50 increment by 50;

-- What a browser's session began with. A session is good while its row is here and not ended, its stamp is the user's, and
-- it was seen lately.
create table sign_in_session (
    id           bigint primary key,
    user_id      bigint      not null references app_user on delete cascade,
    stamp        text        not null,
    address      text check (length(address) <= 60),
    agent        text check (length(agent) <= 300),
    started_at   timestamptz not null,
    last_seen_at timestamptz not null,
    ended_at     timestamptz
);
create index sign_in_session_user_ix on sign_in_session (user_id, last_seen_at desc);
create index sign_in_session_seen_ix on sign_in_session (last_seen_at);

-- Which customers a user has looked at last.
create table customer_opened (
    user_id     bigint      not null references app_user on delete cascade,
    customer_id bigint      not null references customer on delete cascade,
    at          timestamptz not null,
    primary key (user_id, customer_id)
);
create index customer_opened_at_ix on customer_opened (user_id, at desc);
create index customer_opened_customer_ix on customer_opened (customer_id);

-- The kinds of notifications that a user does not want under the bell.
create table notification_off (
    user_id bigint not null references app_user on delete cascade,
    kind    text   not null check (length(kind) between 1 and 60),
    primary key (user_id, kind)
);
