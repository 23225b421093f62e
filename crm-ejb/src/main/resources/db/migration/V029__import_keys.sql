-- The union of documents in their order, where earlier ones win: what filling empty fields leaves.
create function jsonb_concat_under(state jsonb, doc jsonb) returns jsonb language sql immutable parallel safe as $$
    select doc || state
$$;
create aggregate jsonb_fill(jsonb) (sfunc = jsonb_concat_under, stype = jsonb, initcond = '{}');
