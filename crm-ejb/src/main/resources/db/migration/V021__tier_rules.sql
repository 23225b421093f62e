-- A tier may have a rule: the filter, in the filter language, of the customers that get it each night (TIE-1).
alter table customer_tier add column rule text check (length(rule) between 1 and 100000);

insert into job_schedule (name, cron) values ('tier-nightly', '20 3 * * *');
