-- Files (imports now, attachments later) in chunks: one thing to back up, shared by all servers.

create sequence stored_file_seq start with 50 increment by 50;

create table stored_file (
    id           bigint primary key,
    name         text        not null check (length(name) between 1 and 255),
    content_type text        not null,
    size         bigint      not null check (size >= 0),
    sha256       text        not null,
    created_by   bigint      not null references app_user,
    created_at   timestamptz not null
);

create table stored_file_chunk (
    file_id  bigint  not null references stored_file on delete cascade,
    position integer not null,
    data     bytea   not null,
    primary key (file_id, position)
);
-- What people upload is compressed already.
alter table stored_file_chunk alter column data set storage external;
