-- Catalogues that administrators keep themselves: statuses with a purpose, colours from one list.

-- What a status stands for, so that nothing need be guessed from its colour or place: OPEN statuses are the path that a
-- customer goes, WON and LOST are its ends.
alter table customer_status add column purpose text not null default 'OPEN' check (purpose in ('OPEN', 'WON', 'LOST'));
update customer_status set purpose = code where code in ('WON', 'LOST');

alter table customer_status add check (colour in ('grey', 'blue', 'teal', 'green', 'orange', 'red', 'pink'));
alter table customer_category add check (colour in ('grey', 'blue', 'teal', 'green', 'orange', 'red', 'pink'));
alter table customer_tier add check (colour in ('grey', 'blue', 'teal', 'green', 'orange', 'red', 'pink'));
alter table customer_source add check (colour in ('grey', 'blue', 'teal', 'green', 'orange', 'red', 'pink'));
alter table customer_category add check (points between -10000 and 10000);

-- Provinces and communes that administrators keep, and what they were called before a reform.
alter table location add column version integer not null default 1;

create sequence location_alias_seq start with 1000 increment by 50;

-- A former or other name of a place. One name may lead to several places: it is then ambiguous, and nobody guesses.
create table location_alias (
    id            bigint primary key,
    location_code text not null references location on delete cascade,
    name          text not null check (length(name) between 1 and 160),
    unique (location_code, name)
);

-- The provinces of before 1 July 2025 by the province that each is a part of now.
insert into location_alias (id, location_code, name)
select row_number() over (), code, name
from (values
    ('08', 'Tỉnh Hà Giang'), ('15', 'Tỉnh Yên Bái'), ('19', 'Tỉnh Bắc Kạn'), ('25', 'Tỉnh Vĩnh Phúc'),
    ('25', 'Tỉnh Hoà Bình'), ('24', 'Tỉnh Bắc Giang'), ('33', 'Tỉnh Thái Bình'), ('31', 'Tỉnh Hải Dương'),
    ('37', 'Tỉnh Hà Nam'), ('37', 'Tỉnh Nam Định'), ('44', 'Tỉnh Quảng Bình'), ('46', 'Tỉnh Thừa Thiên Huế'),
    ('48', 'Tỉnh Quảng Nam'), ('51', 'Tỉnh Kon Tum'), ('52', 'Tỉnh Bình Định'), ('56', 'Tỉnh Ninh Thuận'),
    ('68', 'Tỉnh Đắk Nông'), ('68', 'Tỉnh Bình Thuận'), ('66', 'Tỉnh Phú Yên'),
    ('79', 'Tỉnh Bà Rịa - Vũng Tàu'), ('79', 'Tỉnh Bình Dương'), ('75', 'Tỉnh Bình Phước'), ('80', 'Tỉnh Long An'),
    ('82', 'Tỉnh Tiền Giang'), ('86', 'Tỉnh Bến Tre'), ('86', 'Tỉnh Trà Vinh'), ('92', 'Tỉnh Sóc Trăng'),
    ('92', 'Tỉnh Hậu Giang'), ('96', 'Tỉnh Bạc Liêu'), ('91', 'Tỉnh Kiên Giang'),
    ('79', 'TPHCM'), ('79', 'HCM'), ('79', 'Sài Gòn'), ('66', 'Đắc Lắc'), ('66', 'Daklak')
) as former (code, name);
