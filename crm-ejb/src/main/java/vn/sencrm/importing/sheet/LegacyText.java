package vn.sencrm.importing.sheet;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How Vietnamese was written before Unicode: letters of Western fonts that only fonts of that kind show as Vietnamese.
 * Read as it stands such a text is garbage (Nguyễn is {@code NguyÔn} or {@code Nguyeãn}).
 */
public enum LegacyText {
    /** Unicode after all: the text stays as it is. */
    NONE {
        @Override
        String convert(String text) {
            return text;
        }
    },
    /** TCVN 5712 (ABC), of fonts like .VnTime: a letter for each of ours. */
    TCVN3 {
        @Override
        String convert(String text) {
            StringBuilder result = new StringBuilder(text.length());
            for (int i = 0; i < text.length(); i++) {
                int at = TCVN3_LETTERS.indexOf(text.charAt(i));
                result.append(at < 0 ? text.charAt(i) : TCVN3_MEANINGS.charAt(at));
            }
            return result.toString();
        }
    },
    /** VNI, of fonts like VNI-Times: marks are letters behind those that they belong to. */
    VNI {
        @Override
        String convert(String text) {
            StringBuilder result = new StringBuilder(text.length());
            int i = 0;
            while (i < text.length()) {
                String pair = i + 1 < text.length() ? vni(text.substring(i, i + 2)) : null;
                String single = vni(text.substring(i, i + 1));
                if (pair != null) {
                    result.append(pair);
                } else {
                    result.append(single == null ? text.charAt(i) : single);
                }
                i += pair == null ? 1 : 2;
            }
            return result.toString();
        }
    };

    private static final String TCVN3_LETTERS =
            "¡¢£¤¥¦§¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ";
    private static final String TCVN3_MEANINGS =
            "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ";

    private static final Map<String, String> VNI_LETTERS = vniLetters();

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s\\p{Punct}\\d]+");

    abstract String convert(String text);

    private static Map<String, String> vniLetters() {
        Map<String, String> letters = new HashMap<>();
        String[] rows = {
            "a ùøûõï áàảãạ",
            "e ùøûõï éèẻẽẹ",
            "o ùøûõï óòỏõọ",
            "u ùøûõï úùủũụ",
            "y ùøûõ ýỳỷỹ",
            "ô ùøûõï ớờởỡợ",
            "ö ùøûõï ứừửữự",
            "a êéèúüë ăắằẳẵặ",
            "a âáàåãä âấầẩẫậ",
            "e âáàåãä êếềểễệ",
            "o âáàåãä ôốồổỗộ"
        };
        for (String row : rows) {
            String[] parts = row.split(" ");
            for (int i = 0; i < parts[1].length(); i++) {
                letters.put(parts[0] + parts[1].charAt(i), parts[2].substring(i, i + 1));
            }
        }
        String singles = "ñîæóòôö";
        for (int i = 0; i < singles.length(); i++) {
            letters.put(singles.substring(i, i + 1), "đỵỉĩịơư".substring(i, i + 1));
        }
        return letters;
    }

    /** The meaning of one letter with or without its mark, null for none; a capital makes a capital. */
    private static String vni(String letters) {
        String meaning = VNI_LETTERS.get(letters.toLowerCase(Locale.ROOT));
        return meaning == null || !Character.isUpperCase(letters.charAt(0))
                ? meaning
                : meaning.toUpperCase(Locale.ROOT);
    }

    /** What a font is made for, null for any other font. */
    static LegacyText ofFont(String name) {
        String lower = name == null ? "" : name.toLowerCase(Locale.ROOT);
        if (lower.startsWith(".vn")) {
            return TCVN3;
        }
        return lower.startsWith("vni-") || lower.startsWith("vni ") ? VNI : null;
    }

    /** Whether a font of TCVN3 shows all letters as capitals: it has no codes for those with tones. */
    static boolean isOfCapitals(String font) {
        return ofFont(font) == TCVN3 && font.endsWith("H");
    }

    /**
     * How many words of a text make sense only when converted, less those that make no sense either way. What Unicode
     * alone has (ă, đ, ơ, ư, letters with hook or dot) says nothing: such a word is not of this kind.
     */
    int evidence(String text) {
        int evidence = 0;
        for (String word : BETWEEN_WORDS.split(text)) {
            if (isOfLatinLetters(word) && !VietnameseSyllable.is(word)) {
                evidence += VietnameseSyllable.is(convert(word)) ? 1 : -1;
            }
        }
        return evidence;
    }

    /** Whether it has other letters than a to z, and no letters of Unicode alone. */
    static boolean isOfLatinLetters(String text) {
        boolean marked = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 0xFF && Character.isLetter(c)) {
                return false;
            }
            marked |= c > 0x7F && c <= 0xFF;
        }
        return marked;
    }
}
