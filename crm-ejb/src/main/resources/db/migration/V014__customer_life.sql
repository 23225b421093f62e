-- The life of a customer: the recycle bin, comments, attached files, and the notifications that tell people of them.

-- Who threw it away and when. A deleted customer keeps its row, code, identity keys, tags and relations until the purge.
alter table customer
    add column deleted_at timestamptz,
    add column deleted_by bigint references app_user;
update customer set deleted_at = updated_at, deleted_by = creator_id where state = 'DELETED';
alter table customer
    add constraint customer_deleted_ck check ((state = 'DELETED') = (deleted_at is not null)),
    add constraint customer_deleted_by_ck check (deleted_by is null or deleted_at is not null);
-- The bin: newest first, and by a part of the name. Both are empty as long as nothing is deleted.
create index customer_bin_ix on customer (deleted_at desc, id desc) where state = 'DELETED';
create index customer_bin_name_ix on customer using gin (name_fold gin_trgm_ops) where state = 'DELETED';

create sequence customer_comment_seq start with 50 increment by 50;

create table customer_comment (
    id          bigint primary key,
    version     integer     not null default 1,
    customer_id bigint      not null references customer on delete cascade,
    author_id   bigint      not null references app_user,
    text        text        not null check (length(text) between 1 and 5000),
    created_at  timestamptz not null,
    edited_at   timestamptz
);
create index customer_comment_customer_ix on customer_comment (customer_id, created_at desc, id desc);

-- Whom a comment names with @; each is told once.
create table customer_comment_mention (
    comment_id bigint not null references customer_comment on delete cascade,
    user_id    bigint not null references app_user,
    primary key (comment_id, user_id)
);

-- Files of a customer, one of a comment's among them. The content lies in stored_file.
create table customer_file (
    file_id     bigint primary key references stored_file on delete cascade,
    customer_id bigint not null references customer on delete cascade,
    comment_id  bigint references customer_comment on delete cascade
);
create index customer_file_customer_ix on customer_file (customer_id, file_id desc);
create index customer_file_comment_ix on customer_file (comment_id) where comment_id is not null;

create sequence notification_seq start with 50 increment by 50;

-- What the bell shows. The kind is a key of the bundles; subject and excerpt are as they were at that time.
create table notification (
    id          bigint primary key,
    user_id     bigint      not null references app_user on delete cascade,
    at          timestamptz not null,
    kind        text        not null,
    actor_id    bigint references app_user,
    customer_id bigint references customer on delete cascade,
    subject     text        not null,
    excerpt     text,
    -- Where in the application it leads, from the context root.
    page        text        not null check (page like '/%'),
    read_at     timestamptz
);
create index notification_user_ix on notification (user_id, at desc, id desc);
create index notification_unread_ix on notification (user_id) where read_at is null;
create index notification_customer_ix on notification (customer_id) where customer_id is not null;
create index notification_read_ix on notification (read_at) where read_at is not null;
