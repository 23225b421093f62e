-- The audit is searched (AUD-1), and tells from where a change was asked for.

-- The address of whoever changed something by a page or the API; null for what runs by itself.
alter table audit_entry add column source_address text check (length(source_address) <= 60);

-- Newest first, of everything and of one user. An import writes a whole step with one moment: equal keys lie in one list
-- of the index, six bytes an entry, so both cost it little. What comes of that moment first is sorted afterwards.
create index audit_entry_at_ix on audit_entry (at);
create index audit_entry_actor_ix on audit_entry (actor_id, at) where actor_id is not null;
create index audit_entry_run_ix on audit_entry (cause_id, at) where cause_id is not null;
-- What is rare among a million entries of imports; imports pay nothing for these.
create index audit_entry_hand_ix on audit_entry (at) where cause_id is null;
create index audit_entry_action_ix on audit_entry (action, at) where action not in ('CREATE', 'UPDATE');
create index audit_entry_other_ix on audit_entry (entity, at) where entity <> 'customer';

insert into app_role_right (role_code, right_name)
select code, 'audit.view' from app_role where code = 'ADMINISTRATOR';
