-- Which fields of a row say something that is out of use (an archived status, somebody who has left), with its text: a
-- customer that has it keeps it, so that an export can be imported as it is; nobody gets it anew.
alter table import_row add column retired jsonb;
