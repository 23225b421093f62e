package vn.sencrm.customer;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import vn.sencrm.common.TextFold;

/**
 * The words by which files and programs name a kind, stage or gender: the constant itself and what people write for it
 * in Vietnamese or English. Labels on pages come from the bundles, not from here.
 */
final class CustomerConstants {

    private static final Map<CustomerField, Map<String, String>> BY_FOLD = build();

    private CustomerConstants() {}

    static Map<CustomerField, Map<String, String>> byFold() {
        return BY_FOLD;
    }

    private static Map<CustomerField, Map<String, String>> build() {
        Map<CustomerField, Map<String, String>> all = new EnumMap<>(CustomerField.class);
        all.put(
                CustomerField.KIND,
                words(
                        "INDIVIDUAL: Cá nhân, HS cá nhân, Hồ sơ cá nhân, Khách lẻ, Person, Individual",
                        "ORGANIZATION: Tổ chức, HS tổ chức, Hồ sơ tổ chức, Công ty, Doanh nghiệp, Organisation, Company",
                        "SHOP: HS shop, Hồ sơ shop, Cửa hàng, Store",
                        "HOUSEHOLD: Hộ gia đình, HS hộ gia đình, HS hộ GĐ, Hộ GĐ, Hồ sơ hộ gia đình, Family"));
        all.put(
                CustomerField.STAGE,
                words(
                        "RAW: KH thô, Khách hàng thô, Thô",
                        "LEAD: Tiềm năng, Lead (Tiềm năng), Khách hàng tiềm năng",
                        "CONTACT: Người liên hệ, Liên hệ",
                        "ACCOUNT: Công ty, Tài khoản, Khách hàng"));
        all.put(CustomerField.GENDER, words("MALE: Nam, M, Male", "FEMALE: Nữ, F, Female", "OTHER: Khác, Other"));
        return all;
    }

    private static Map<String, String> words(String... lines) {
        Map<String, String> byFold = new HashMap<>();
        for (String line : lines) {
            String constant = line.substring(0, line.indexOf(':'));
            byFold.put(TextFold.fold(constant), constant);
            for (String word : line.substring(line.indexOf(':') + 1).split(",")) {
                byFold.put(TextFold.fold(word), constant);
            }
        }
        return Map.copyOf(byFold);
    }
}
