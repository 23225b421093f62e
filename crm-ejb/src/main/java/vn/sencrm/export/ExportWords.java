package vn.sencrm.export;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import vn.sencrm.customer.CellTexts;
import vn.sencrm.customer.CustomerField;
import vn.sencrm.customer.attribute.Attribute;

/** The words of files, which a job writes without the bundles of pages: those by which an import knows the values again. */
final class ExportWords {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm", Locale.ROOT);

    private static final Map<String, String[]> CONSTANTS = Map.ofEntries(
            words("kind.INDIVIDUAL", "Cá nhân", "Individual"),
            words("kind.ORGANIZATION", "Tổ chức", "Organisation"),
            words("kind.SHOP", "Cửa hàng", "Shop"),
            words("kind.HOUSEHOLD", "Hộ gia đình", "Household"),
            words("stage.RAW", "KH thô", "Raw"),
            words("stage.LEAD", "Tiềm năng", "Lead"),
            words("stage.CONTACT", "Liên hệ", "Contact"),
            words("stage.ACCOUNT", "Công ty", "Account"),
            words("gender.MALE", "Nam", "Male"),
            words("gender.FEMALE", "Nữ", "Female"),
            words("gender.OTHER", "Khác", "Other"));

    private ExportWords() {}

    private static Map.Entry<String, String[]> words(String constant, String vi, String en) {
        return Map.entry(constant, new String[] {vi, en});
    }

    /** A kind, stage or gender. */
    static String constant(CustomerField field, String constant, String language) {
        String[] words = CONSTANTS.get(field.jsonName() + "." + constant);
        return words == null ? constant : words["en".equals(language) ? 1 : 0];
    }

    /** As spreadsheets take it for a moment, in either language. */
    static String moment(Instant moment, ZoneId zone) {
        return MOMENT.format(moment.atZone(zone));
    }

    static String yesNo(boolean flag, String language) {
        boolean english = "en".equals(language);
        return flag ? english ? "Yes" : "Có" : english ? "No" : "Không";
    }

    /** A choice by its name, or by its code where that name means another one, or several. */
    static String choice(Attribute attribute, String code, String language) {
        return attribute
                .choice(code)
                .map(choice -> choice.name(language))
                .filter(name -> attribute.means(name, code) && name.matches("[^;,\\n]*"))
                .orElse(code);
    }

    /** @param codes one in each line */
    static String choices(Attribute attribute, String codes, String language) {
        return Arrays.stream(codes.split("\n"))
                .map(code -> choice(attribute, code, language))
                .collect(Collectors.joining(CellTexts.SEPARATOR));
    }
}
