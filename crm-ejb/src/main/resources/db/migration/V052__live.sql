-- Told to every server that listens, by ids alone, when the transaction commits: whose bell has changed. By triggers, so
-- that whatever writes notifications, or marks them read, need not think of it.
create function notification_told() returns trigger language plpgsql as $$
begin
    perform pg_notify('sen_live', 'bell ' || user_id) from (select distinct user_id from changed) users;
    return null;
end
$$;
create trigger notification_added after insert on notification
    referencing new table as changed for each statement execute function notification_told();
create trigger notification_changed after update on notification
    referencing new table as changed for each statement execute function notification_told();
