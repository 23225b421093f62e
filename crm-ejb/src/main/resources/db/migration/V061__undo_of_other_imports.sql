-- Imports of tags, catalogues and locations are taken back too. What they did is in the audit; before they are taken back,
-- each row gets a line here, to note its end by.
alter table import_change
    alter column customer_id drop not null,
    -- The record of another type than a customer, what the import called it, and what it told of it: the whole of a new
    -- one, of a changed one the fields of "before" as they became.
    add column record_id    bigint,
    add column record_name  text,
    add column record_after jsonb,
    add constraint import_change_of_one check (num_nonnulls(customer_id, record_id) = 1) not valid;
