-- A contact that is purged is nobody's primary contact any more; until now it could not be purged.
alter table customer drop constraint customer_primary_contact_id_fkey;
alter table customer add constraint customer_primary_contact_id_fkey
    foreign key (primary_contact_id) references customer on delete set null;
