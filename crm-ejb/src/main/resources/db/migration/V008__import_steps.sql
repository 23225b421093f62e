-- A step says which rows it applied, not its number: the size of steps may change between one start and the next.
alter table import_step rename column step to after_row;
alter table import_step add column up_to_row integer;
update import_step set after_row = after_row * 25000, up_to_row = (after_row + 1) * 25000;
alter table import_step alter column up_to_row set not null;
