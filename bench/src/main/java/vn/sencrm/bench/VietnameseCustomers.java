package vn.sencrm.bench;

import java.time.LocalDate;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import vn.sencrm.bench.SampleCustomer.Kind;
import vn.sencrm.bench.SampleCustomer.Province;
import vn.sencrm.common.TextFold;

/**
 * Makes customers out of a seed and their number: the same two always give the same customer, in any order, so that a
 * database, a workbook and a later run agree. One in twenty has the telephone number of an earlier customer; apart
 * from those no two share a phone, an e-mail or a tax code.
 */
final class VietnameseCustomers {
    private static final String[] MOBILE = {
        "32", "33", "34", "35", "36", "37", "38", "39", "52", "56", "58", "70", "76", "77", "78", "79", "81", "82",
        "83", "84", "85", "86", "88", "89", "90", "91", "93", "94", "96", "97", "98", "99"
    };
    private static final long NUMBERS = MOBILE.length * 10_000_000L;
    /** Without a common factor with NUMBERS, so that multiplying by it shuffles the numbers without meeting twice. */
    private static final long STRIDE = 123_456_791L;

    private static final Province[] PROVINCES = Stream.of(
                    ("79 Hồ Chí Minh,01 Hà Nội,75 Đồng Nai,38 Thanh Hoá,40 Nghệ An,"
                                    + "31 Hải Phòng,33 Hưng Yên,48 Đà Nẵng,92 Cần Thơ,91 An Giang,80 Tây Ninh,82 Đồng Tháp,68 Lâm Đồng,"
                                    + "66 Đắk Lắk,25 Phú Thọ,24 Bắc Ninh,37 Ninh Bình,52 Gia Lai,86 Vĩnh Long,96 Cà Mau,56 Khánh Hoà,"
                                    + "51 Quảng Ngãi,44 Quảng Trị,22 Quảng Ninh,19 Thái Nguyên,15 Lào Cai,08 Tuyên Quang,42 Hà Tĩnh,"
                                    + "46 Huế,14 Sơn La,20 Lạng Sơn,11 Điện Biên,04 Cao Bằng,12 Lai Châu")
                            .split(","))
            .map(entry -> new Province(entry.substring(0, 2), entry.substring(3)))
            .toArray(Province[]::new);
    private static final Weighted STREETS = Weighted.falling(
            "Nguyễn Huệ, Lê Lợi, Trần Hưng Đạo, Hai Bà Trưng, Lý Thường Kiệt,"
                    + "Nguyễn Trãi, Quang Trung, Lê Duẩn, Phan Chu Trinh, Điện Biên Phủ, Cách Mạng Tháng Tám, Võ Văn Tần, Pasteur,"
                    + "Hoàng Diệu, Ngô Quyền, Bà Triệu, Lê Hồng Phong, Nguyễn Văn Cừ, Trường Chinh, Giải Phóng, Phạm Văn Đồng,"
                    + "Võ Nguyên Giáp, Hùng Vương, 30 Tháng 4, Nguyễn Thị Minh Khai, Tôn Đức Thắng, Âu Cơ, Lạc Long Quân");
    private static final Weighted COMMUNES =
            Weighted.falling("Phường Bến Nghé, Phường Hoàn Kiếm, Xã Tân An, Phường Hải Châu,"
                    + "Xã Bình Minh, Phường Thủ Dầu Một, Xã Phú Mỹ, Phường Ninh Kiều, Xã Đông Sơn, Phường Vinh Hưng, Xã An Phú,"
                    + "Phường Hồng Bàng, Xã Hòa Bình, Phường Thuận Hóa, Xã Tân Tiến, Phường Long Xuyên, Xã Yên Khánh");
    private static final Weighted STATUS =
            Weighted.of("NEW 40, CONTACTED 22, CONSULTING 14, QUOTED 7, CLOSING 4, WON 8, LOST 5");
    private static final Weighted CATEGORY = Weighted.of("RETAIL 75, AGENT 17, PARTNER 8");
    private static final Weighted TIER = Weighted.of("STANDARD 85, SILVER 11, GOLD 4");
    private static final Weighted SOURCE =
            Weighted.of("WEBSITE 25, ZALO 25, FACEBOOK 22, REFERRAL 15, EVENT 6, OTHER 7");
    private static final Weighted NOTES =
            Weighted.falling("Gọi lại sau giờ hành chính, Đã gửi báo giá, Cần tư vấn thêm về giá,"
                    + "Khách quen của chi nhánh, Hẹn gặp đầu tháng sau, Quan tâm gói dịch vụ cao cấp, Chưa liên lạc được,"
                    + "Thanh toán đúng hạn, Muốn nhận tin qua Zalo, Giao hàng tận nơi, Đang dùng sản phẩm của đối thủ");
    private static final int[] TAX_WEIGHTS = {31, 29, 23, 19, 17, 13, 7, 5, 3};

    private final long seed;

    VietnameseCustomers(long seed) {
        this.seed = seed;
    }

    Stream<SampleCustomer> range(long from, long to) {
        return LongStream.range(from, to).mapToObj(this::customer);
    }

    SampleCustomer customer(long number) {
        SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number * 0x9E3779B97F4A7C15L);
        Kind kind = kind(random.nextInt(100));
        boolean person = kind == Kind.INDIVIDUAL;
        boolean male = random.nextBoolean();
        String name = name(kind, male, random);
        Province province =
                PROVINCES[(int) Math.min(PROVINCES.length * Math.pow(random.nextDouble(), 1.8), PROVINCES.length - 1)];
        LocalDate birthday = chance(random, 60)
                ? LocalDate.of(person ? 1950 : 1995, 1, 1).plusDays(random.nextInt(365 * 55 / (person ? 1 : 2)))
                : null;
        return new SampleCustomer(
                number,
                code(number),
                kind,
                stage(kind, random),
                name,
                written(sharedOrOwnPhone(number, random), random.nextInt(10)),
                chance(random, 15) ? landline(number) : null,
                chance(random, 60) ? email(name, number, random) : null,
                1 + random.nextInt(500) + " " + STREETS.pick(random),
                COMMUNES.pick(random),
                province,
                person ? null : taxCode(number),
                person && chance(random, 30) ? citizenId(province, male, birthday, number) : null,
                birthday,
                person ? (male ? "MALE" : "FEMALE") : null,
                STATUS.pick(random),
                CATEGORY.pick(random),
                SOURCE.pick(random),
                TIER.pick(random),
                !person && chance(random, 40) ? "https://www.cong-ty-" + number + ".vn" : null,
                chance(random, 50) ? NOTES.pick(random) + " (lần " + (1 + random.nextInt(9)) + ")" : null);
    }

    static String code(long number) {
        return String.format(Locale.ROOT, "KH%07d", number + 1);
    }

    /** Nine digits: the mobile number that belongs to a customer alone, without its leading zero. */
    String ownPhone(long number) {
        long shuffled = (number * STRIDE + seed) % NUMBERS;
        return MOBILE[(int) (shuffled % MOBILE.length)] + String.format(Locale.ROOT, "%07d", shuffled / MOBILE.length);
    }

    private String sharedOrOwnPhone(long number, SplittableRandom random) {
        boolean shared = chance(random, 5) && number > 0;
        return ownPhone(shared ? number - 1 - random.nextLong(Math.min(number, 100_000)) : number);
    }

    private static Kind kind(int percent) {
        return percent < 70
                ? Kind.INDIVIDUAL
                : percent < 88 ? Kind.ORGANIZATION : percent < 95 ? Kind.SHOP : Kind.HOUSEHOLD;
    }

    private static String stage(Kind kind, SplittableRandom random) {
        int percent = random.nextInt(100);
        return percent < 35 ? "RAW" : percent < 75 ? "LEAD" : kind == Kind.INDIVIDUAL ? "CONTACT" : "ACCOUNT";
    }

    private static String name(Kind kind, boolean male, SplittableRandom random) {
        return switch (kind) {
            case INDIVIDUAL -> VietnameseNames.person(random, male);
            case ORGANIZATION -> VietnameseNames.organization(random);
            case SHOP -> VietnameseNames.shop(random);
            case HOUSEHOLD -> VietnameseNames.household(random);
        };
    }

    /** Telephone numbers as people type them. */
    private static String written(String digits, int habit) {
        return switch (habit) {
            case 0 -> "0" + digits.substring(0, 3) + " " + digits.substring(3, 6) + " " + digits.substring(6);
            case 1 -> "0" + digits.substring(0, 2) + "." + digits.substring(2, 5) + "." + digits.substring(5);
            case 2 -> "+84" + digits;
            case 3 -> "+84 " + digits.substring(0, 3) + " " + digits.substring(3);
            case 4 -> "84" + digits;
            default -> "0" + digits;
        };
    }

    private static String landline(long number) {
        return (number % 2 == 0 ? "0243" : "0283")
                + String.format(Locale.ROOT, "%07d", (number * 7_654_321L) % 10_000_000L);
    }

    private static String email(String name, long number, SplittableRandom random) {
        String[] words = TextFold.fold(name).split(" ");
        String host = random.nextInt(4) > 0 ? "gmail.com" : random.nextBoolean() ? "yahoo.com.vn" : "outlook.com";
        return words[words.length - 1] + "." + words[0] + Long.toString(number, 36) + "@" + host;
    }

    /** Ten digits with the right check digit, or null where the rule gives none. */
    private static String taxCode(long number) {
        String digits = Long.toString(100_000_000L + (number * 104_729L) % 900_000_000L);
        int sum = 0;
        for (int i = 0; i < TAX_WEIGHTS.length; i++) {
            sum += TAX_WEIGHTS[i] * (digits.charAt(i) - '0');
        }
        return sum % 11 == 0 ? null : digits + (10 - sum % 11);
    }

    private static String citizenId(Province province, boolean male, LocalDate birthday, long number) {
        int year = birthday == null ? 1990 : birthday.getYear();
        int century = (year < 2000 ? 0 : 2) + (male ? 0 : 1);
        return String.format(
                Locale.ROOT, "0%s%d%02d%06d", province.code(), century, year % 100, (number * 7919L) % 1_000_000L);
    }

    private static boolean chance(SplittableRandom random, int percent) {
        return random.nextInt(100) < percent;
    }
}
