-- What a user typed instead of cells of a file, before its import; an empty text empties the cell.
create table import_correction (
    run_id bigint  not null references import_run on delete cascade,
    row_no integer not null,
    col_no integer not null,
    text   text    not null,
    primary key (run_id, row_no, col_no)
);
