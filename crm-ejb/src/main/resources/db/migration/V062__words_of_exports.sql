-- Lists other than customers: the words of their cells that only the bundles of pages know, in the language of whoever
-- asked. What a page's address selected stands in the filter.
alter table export_run add column words jsonb not null default '{}';
