-- A number by which the audit tells one place from another: entries of one import had all of them the same place in its order.
create sequence location_seq;
alter table location add column id bigint not null default nextval('location_seq');
create unique index location_id_ix on location (id);
