-- Verdicts are found some rows at a time, side by side. What they must know of the other rows of the file is found before,
-- for the whole file, and laid ready here until every row has its verdict.
create table import_match (
    run_id      bigint  not null,
    row_no      integer not null,
    -- The customer that has one of the row's keys. Rows that are matched by code find theirs by it.
    customer_id bigint,
    -- The first row of those that speak of the same customer, and the first of them that has a name.
    first_row   integer not null,
    first_named integer,
    refusal     text,
    field       text,
    primary key (run_id, row_no)
);
alter table import_match alter column run_id set statistics 0;

-- The places of a customer's addresses, as customer_place has them. The plan of a statement takes its place.
create function address_places(addresses jsonb)
returns table (place integer, province text, commune text, lat double precision, lon double precision)
language sql immutable parallel safe as $$
    select a.place::integer, a.value ->> 'provinceCode', a.value ->> 'communeCode',
           (a.value ->> 'lat')::float8, (a.value ->> 'lon')::float8
    from jsonb_array_elements(case jsonb_typeof(addresses) when 'array' then addresses else '[]' end)
         with ordinality as a (value, place)
    where a.value ->> 'provinceCode' is not null or a.value ->> 'lat' is not null
$$;
