package vn.sencrm.bench;

import java.util.Map;

/** The Vietnamese labels that people write in workbooks for the codes of the shipped lists. */
final class Labels {
    private static final Map<String, String> STAGE =
            Map.of("RAW", "KH thô", "LEAD", "Lead (Tiềm năng)", "CONTACT", "Người liên hệ", "ACCOUNT", "Công ty");
    private static final Map<String, String> GENDER = Map.of("MALE", "Nam", "FEMALE", "Nữ");
    private static final Map<String, String> STATUS = Map.of(
            "NEW",
            "Mới",
            "CONTACTED",
            "Đã liên hệ",
            "CONSULTING",
            "Đang tư vấn",
            "QUOTED",
            "Báo giá",
            "CLOSING",
            "Chờ ký",
            "WON",
            "Thành công",
            "LOST",
            "Không nhu cầu");
    private static final Map<String, String> CATEGORY =
            Map.of("RETAIL", "Khách lẻ", "AGENT", "Đại lý", "PARTNER", "Đối tác");
    private static final Map<String, String> TIER = Map.of("STANDARD", "Thường", "SILVER", "Bạc", "GOLD", "Vàng");
    private static final Map<String, String> SOURCE = Map.of(
            "WEBSITE",
            "Website",
            "ZALO",
            "Zalo OA",
            "FACEBOOK",
            "Facebook",
            "REFERRAL",
            "Giới thiệu",
            "EVENT",
            "Hội chợ, sự kiện",
            "OTHER",
            "Khác");

    private Labels() {}

    static String stage(String code) {
        return STAGE.get(code);
    }

    static String gender(String code) {
        return code == null ? null : GENDER.get(code);
    }

    static String status(String code) {
        return STATUS.get(code);
    }

    static String category(String code) {
        return CATEGORY.get(code);
    }

    static String tier(String code) {
        return TIER.get(code);
    }

    static String source(String code) {
        return SOURCE.get(code);
    }
}
