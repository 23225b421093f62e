-- Taking back an import deletes up to a thousand entries of a catalogue at once: one look through the customers for all of
-- them, not one for each.
create function customer_parents_are_unused() returns trigger language plpgsql as $$
declare
    child text;
    used boolean;
    -- A list that the plan knows is looked up by hash.
    ids bigint[] := array(select id from gone);
begin
    foreach child in array tg_argv loop
        execute format('select exists (select from customer where %I = any ($1))', child) into used using ids;
        if used then
            raise foreign_key_violation using
                message = format('delete on table "%s" violates the reference %s of customers', tg_table_name, child),
                table = 'customer', column = child, constraint = format('customer_%s_fkey', child);
        end if;
    end loop;
    return null;
end
$$;

do $$
declare
    parent text;
    child text;
begin
    for parent, child in
        values ('customer_status', 'status_id'), ('customer_category', 'category_id'),
               ('customer_tier', 'tier_id'), ('customer_source', 'source_id')
    loop
        execute format('drop trigger %I on %I', parent || '_is_unused', parent);
        execute format(
            'create trigger %I after update of id on %I for each row execute function customer_parent_is_unused(%L)',
            parent || '_is_unused', parent, child);
        execute format(
            'create trigger %I after delete on %I referencing old table as gone
             for each statement execute function customer_parents_are_unused(%L)',
            parent || '_are_unused', parent, child);
    end loop;
end
$$;
