-- Duplicates (DUP-1 … DUP-3): which keys count and what happens when one meets an existing customer, the pairs that were
-- found, their groups, and the pairs that somebody has called different.

-- What makes two customers duplicates. A key that does not count finds nobody.
create table duplicate_key (
    kind   text primary key check (kind in ('PHONE', 'EMAIL', 'TAX', 'IDNO', 'ZALO', 'NAME',
                                            'COMPANY', 'BIRTHDAY', 'COMMUNE')),
    counts boolean not null default true
);
insert into duplicate_key (kind)
values ('PHONE'), ('EMAIL'), ('TAX'), ('IDNO'), ('ZALO'), ('NAME'), ('COMPANY'), ('BIRTHDAY'), ('COMMUNE');

-- What happens when a key that counts meets an existing customer, by where the new values come from.
create table duplicate_policy (
    kind   text not null check (kind in ('PHONE', 'EMAIL', 'TAX', 'IDNO', 'ZALO', 'NAME')),
    source text not null check (source in ('FORM', 'API', 'IMPORT', 'CHAT', 'WEB_FORM')),
    policy text not null check (policy in ('BLOCK', 'WARN', 'QUEUE')),
    primary key (kind, source),
    -- Two people of one name are no mistake.
    check (kind <> 'NAME' or policy <> 'BLOCK')
);
insert into duplicate_policy (kind, source, policy)
select k.kind, s.source, k.policy
from (values ('TAX', 'BLOCK'), ('IDNO', 'BLOCK'), ('PHONE', 'WARN'), ('EMAIL', 'WARN'), ('ZALO', 'QUEUE'),
             ('NAME', 'QUEUE')) as k (kind, policy),
     (values ('FORM'), ('API'), ('IMPORT'), ('CHAT'), ('WEB_FORM')) as s (source);

-- Why two customers may be one, a bit each: TAX 1, IDNO 2, PHONE 4, EMAIL 8, ZALO 16, NAME 32 (the same), SIMILAR_NAME
-- 64, COMPANY 128, BIRTHDAY 256, COMMUNE 512. Strong reasons stand above all others; each further one adds a little.
create function duplicate_strength(reasons integer) returns smallint language sql immutable parallel safe as $$
    select (case when reasons & 3 > 0 then 90 when reasons & 20 > 0 then 80 when reasons & 8 > 0 then 75
                 when reasons & 32 > 0 then 50 else 40 end
            + least(9, 2 * (length(replace(reasons::bit(10)::text, '0', '')) - 1)))::smallint
$$;

-- Two customers that may be one. Kept with each save for the customer that is saved, worked out anew every night.
create table duplicate_pair (
    low_id   bigint   not null references customer on delete cascade,
    high_id  bigint   not null references customer on delete cascade,
    reasons  integer  not null check (reasons between 1 and 1023),
    strength smallint not null generated always as (duplicate_strength(reasons)) stored,
    -- By which transaction it was last written: the nightly run leaves alone what was written while it ran.
    written  xid8     not null default pg_current_xact_id(),
    primary key (low_id, high_id),
    check (low_id < high_id)
);
create index duplicate_pair_high_ix on duplicate_pair (high_id);

-- Whoever is in some pair, by the group that hangs together. A group has the number of its first customer, and stands in
-- the list where that one stands: it has the strength of its strongest pair.
create table duplicate_member (
    customer_id bigint   primary key references customer on delete cascade,
    group_id    bigint   not null,
    strength    smallint not null
);
create index duplicate_member_group_ix on duplicate_member (group_id);
create index duplicate_group_ix on duplicate_member (strength desc, group_id desc) where customer_id = group_id;

-- Pairs that somebody has called different, with what they shared: they come back when they share something else.
create table duplicate_different (
    low_id    bigint      not null references customer on delete cascade,
    high_id   bigint      not null references customer on delete cascade,
    shared    text[]      not null,
    marked_by bigint      not null references app_user,
    marked_at timestamptz not null,
    primary key (low_id, high_id),
    check (low_id < high_id)
);
create index duplicate_different_high_ix on duplicate_different (high_id);

-- What two customers have in common by these reasons, told so that a changed key is another text.
create function duplicate_shared(low bigint, high bigint, reasons integer) returns text[] language sql stable as $$
    select coalesce(array_agg(s.shared order by s.shared), '{}') from (
        select a.kind || ':' || a.key as shared
        from identity_key a join identity_key b on b.key = a.key and b.kind = a.kind and b.customer_id = high
        where a.customer_id = low and a.kind <> 'NAME'
        union all
        select 'NAME:' || a.key || ' ~ ' || b.key
        from identity_key a, identity_key b
        where a.customer_id = low and b.customer_id = high and a.kind = 'NAME' and b.kind = 'NAME'
        and reasons & 96 > 0
        union all
        select e.shared
        from customer a, customer b,
             lateral (values (128, 'COMPANY:' || a.account_id), (256, 'BIRTHDAY:' || a.birthday)) as e (bit, shared)
        where a.id = low and b.id = high and reasons & e.bit > 0
        union all
        select distinct 'COMMUNE:' || p.commune
        from customer_place p join customer_place q on q.commune = p.commune and q.customer_id = high
        where p.customer_id = low and reasons & 512 > 0) s
$$;

-- Who shares a birthday, for the possible duplicates of one customer.
create index customer_birthday_ix on customer (birthday) where state = 'ACTIVE' and birthday is not null;

-- What a nightly run has found so far; it is emptied before and after.
create unlogged table duplicate_found (
    low_id       bigint  not null,
    high_id      bigint  not null,
    reasons      integer not null,
    low_version  integer not null,
    high_version integer not null
);
create unlogged table duplicate_grouped (
    customer_id bigint   not null,
    group_id    bigint   not null,
    strength    smallint not null
);

-- Saving a customer although it is a duplicate.
insert into app_role_right (role_code, right_name)
select role_code, 'customer.duplicate' from app_role_right where right_name = 'customer.create';

insert into job_schedule (name, cron) values ('duplicates-nightly', '0 2 * * *');
