-- Lists that a company defines for itself share one shape: code, name in both languages, order, colour, archived.

create sequence catalogue_seq start with 50 increment by 50;

create table customer_status (
    id       bigint primary key,
    version  integer not null default 1,
    code     text    not null check (length(code) between 1 and 40),
    name_vi  text    not null check (length(name_vi) between 1 and 120),
    name_en  text    not null check (length(name_en) between 1 and 120),
    position integer not null default 0,
    colour   text    not null default 'grey',
    archived boolean not null default false
);
create table customer_category (like customer_status including all);
alter table customer_category add column points integer not null default 0;
create table customer_tier (like customer_status including all);
alter table customer_tier add column discount_percent numeric(5, 2) not null default 0
    check (discount_percent between 0 and 100);
create table customer_source (like customer_status including all);

create unique index customer_status_code_uq on customer_status (upper(code));
create unique index customer_category_code_uq on customer_category (upper(code));
create unique index customer_tier_code_uq on customer_tier (upper(code));
create unique index customer_source_code_uq on customer_source (upper(code));

insert into customer_status (id, code, name_vi, name_en, position, colour) values
    (1, 'NEW',         'Mới',            'New',          1, 'grey'),
    (2, 'CONTACTED',   'Đã liên hệ',     'Contacted',    2, 'blue'),
    (3, 'CONSULTING',  'Đang tư vấn',    'In talks',     3, 'blue'),
    (4, 'QUOTED',      'Báo giá',        'Quoted',       4, 'orange'),
    (5, 'CLOSING',     'Chờ ký',         'Closing',      5, 'green'),
    (6, 'WON',         'Thành công',     'Won',          6, 'green'),
    (7, 'LOST',        'Không nhu cầu',  'No need',      7, 'red');

insert into customer_category (id, code, name_vi, name_en, position, points) values
    (1, 'RETAIL',  'Khách lẻ',   'Retail customer', 1, 10),
    (2, 'AGENT',   'Đại lý',     'Agent',           2, 20),
    (3, 'PARTNER', 'Đối tác',    'Partner',         3, 20);

insert into customer_tier (id, code, name_vi, name_en, position, discount_percent) values
    (1, 'STANDARD', 'Thường',    'Standard', 1, 0),
    (2, 'SILVER',   'Bạc',       'Silver',   2, 5),
    (3, 'GOLD',     'Vàng',      'Gold',     3, 10);

insert into customer_source (id, code, name_vi, name_en, position) values
    (1, 'WEBSITE',  'Website',          'Website',      1),
    (2, 'ZALO',     'Zalo OA',          'Zalo OA',      2),
    (3, 'FACEBOOK', 'Facebook',         'Facebook',     3),
    (4, 'REFERRAL', 'Giới thiệu',       'Referral',     4),
    (5, 'EVENT',    'Hội chợ, sự kiện', 'Fair or event', 5),
    (6, 'OTHER',    'Khác',             'Other',        6);

-- Provinces, their communes, and whatever the company adds below them.
create table location (
    code        text primary key check (length(code) between 1 and 20),
    parent_code text references location,
    level       text    not null check (level in ('PROVINCE', 'COMMUNE')),
    name        text    not null check (length(name) between 1 and 120),
    name_fold   text    not null,
    archived    boolean not null default false,
    check ((level = 'PROVINCE') = (parent_code is null))
);
create index location_parent_ix on location (parent_code);

create sequence tag_seq start with 50 increment by 50;

-- A tag without an owner is shared by all (blue); one with an owner is that user's own (orange).
create table tag (
    id        bigint primary key,
    version   integer not null default 1,
    name      text    not null check (length(name) between 1 and 60),
    name_fold text    not null,
    owner_id  bigint references app_user
);
create unique index tag_name_uq on tag (coalesce(owner_id, 0), name_fold);

-- The 34 provinces and cities in force since 1 July 2025.
insert into location (code, level, name, name_fold) values
    ('01', 'PROVINCE', 'Thành phố Hà Nội', 'thanh pho ha noi'),
    ('04', 'PROVINCE', 'Tỉnh Cao Bằng', 'tinh cao bang'),
    ('08', 'PROVINCE', 'Tỉnh Tuyên Quang', 'tinh tuyen quang'),
    ('11', 'PROVINCE', 'Tỉnh Điện Biên', 'tinh dien bien'),
    ('12', 'PROVINCE', 'Tỉnh Lai Châu', 'tinh lai chau'),
    ('14', 'PROVINCE', 'Tỉnh Sơn La', 'tinh son la'),
    ('15', 'PROVINCE', 'Tỉnh Lào Cai', 'tinh lao cai'),
    ('19', 'PROVINCE', 'Tỉnh Thái Nguyên', 'tinh thai nguyen'),
    ('20', 'PROVINCE', 'Tỉnh Lạng Sơn', 'tinh lang son'),
    ('22', 'PROVINCE', 'Tỉnh Quảng Ninh', 'tinh quang ninh'),
    ('24', 'PROVINCE', 'Tỉnh Bắc Ninh', 'tinh bac ninh'),
    ('25', 'PROVINCE', 'Tỉnh Phú Thọ', 'tinh phu tho'),
    ('31', 'PROVINCE', 'Thành phố Hải Phòng', 'thanh pho hai phong'),
    ('33', 'PROVINCE', 'Tỉnh Hưng Yên', 'tinh hung yen'),
    ('37', 'PROVINCE', 'Tỉnh Ninh Bình', 'tinh ninh binh'),
    ('38', 'PROVINCE', 'Tỉnh Thanh Hoá', 'tinh thanh hoa'),
    ('40', 'PROVINCE', 'Tỉnh Nghệ An', 'tinh nghe an'),
    ('42', 'PROVINCE', 'Tỉnh Hà Tĩnh', 'tinh ha tinh'),
    ('44', 'PROVINCE', 'Tỉnh Quảng Trị', 'tinh quang tri'),
    ('46', 'PROVINCE', 'Thành phố Huế', 'thanh pho hue'),
    ('48', 'PROVINCE', 'Thành phố Đà Nẵng', 'thanh pho da nang'),
    ('51', 'PROVINCE', 'Tỉnh Quảng Ngãi', 'tinh quang ngai'),
    ('52', 'PROVINCE', 'Tỉnh Gia Lai', 'tinh gia lai'),
    ('56', 'PROVINCE', 'Tỉnh Khánh Hoà', 'tinh khanh hoa'),
    ('66', 'PROVINCE', 'Tỉnh Đắk Lắk', 'tinh dak lak'),
    ('68', 'PROVINCE', 'Tỉnh Lâm Đồng', 'tinh lam dong'),
    ('75', 'PROVINCE', 'Thành phố Đồng Nai', 'thanh pho dong nai'),
    ('79', 'PROVINCE', 'Thành phố Hồ Chí Minh', 'thanh pho ho chi minh'),
    ('80', 'PROVINCE', 'Tỉnh Tây Ninh', 'tinh tay ninh'),
    ('82', 'PROVINCE', 'Tỉnh Đồng Tháp', 'tinh dong thap'),
    ('86', 'PROVINCE', 'Tỉnh Vĩnh Long', 'tinh vinh long'),
    ('91', 'PROVINCE', 'Tỉnh An Giang', 'tinh an giang'),
    ('92', 'PROVINCE', 'Thành phố Cần Thơ', 'thanh pho can tho'),
    ('96', 'PROVINCE', 'Tỉnh Cà Mau', 'tinh ca mau');
