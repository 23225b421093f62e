-- Rows that an import writes although somebody else has one of their keys, where the company's rules want that asked.
alter table import_verdict add column shared boolean;
alter table import_run add column rows_shared bigint not null default 0;
