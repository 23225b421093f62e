package vn.sencrm.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import vn.sencrm.bench.SampleCustomer.Kind;
import vn.sencrm.common.TextFold;

/** Writes names and telephone numbers as a second person would: what makes duplicates hard to find. */
final class Spoiler {
    private static final String[] TITLES = {"Anh", "Chị", "Ông", "Bà", "Cô", "Chú"};
    private static final String[][] LEGAL_FORMS = {
        {"Công ty TNHH MTV", "Cty TNHH MTV"},
        {"Công ty TNHH", "Cty TNHH"},
        {"Công ty Cổ phần", "CTCP"},
        {"Công ty Cổ phần", "Công ty CP"},
        {"Công ty CP", "Cty CP"},
        {"Doanh nghiệp tư nhân", "DNTN"},
    };
    /** Old and new places of the tone, and y beside i. */
    private static final String[][] TONES = {
        {"òa", "oà"},
        {"óa", "oá"},
        {"ỏa", "oả"},
        {"òe", "oè"},
        {"ủy", "uỷ"},
        {"úy", "uý"},
        {"ùy", "uỳ"},
        {"ũy", "uỹ"},
        {"ỳ", "ì"},
        {"ý", "í"},
        {"Mỹ", "Mĩ"}
    };

    private static final String[][] OLD_PREFIXES = {
        {"70", "120"}, {"79", "121"}, {"77", "122"}, {"76", "126"}, {"78", "128"}, {"83", "123"}, {"84", "124"},
        {"85", "125"}, {"81", "127"}, {"82", "129"}, {"32", "162"}, {"33", "163"}, {"34", "164"}, {"35", "165"},
        {"36", "166"}, {"37", "167"}, {"38", "168"}, {"39", "169"}, {"56", "186"}, {"58", "188"}
    };

    private final SplittableRandom random;

    Spoiler(SplittableRandom random) {
        this.random = random;
    }

    /** The name in one or two other ways of writing. */
    String name(String name, Kind kind) {
        String spoilt = once(name, kind);
        return random.nextBoolean() ? once(spoilt, kind) : spoilt;
    }

    /** A way that changes something; a slip can always be made. */
    private String once(String name, Kind kind) {
        List<UnaryOperator<String>> ways = new ArrayList<>(List.of(Spoiler::plain, Spoiler::tones, this::slip));
        if (kind == Kind.INDIVIDUAL) {
            ways.add(this::order);
            ways.add(this::title);
        } else {
            ways.add(Spoiler::legalForm);
        }
        String spoilt = ways.get(random.nextInt(ways.size())).apply(name);
        return spoilt.equals(name) ? plain(name) : spoilt;
    }

    private static String plain(String name) {
        return TextFold.plain(name);
    }

    private static String tones(String name) {
        for (String[] tone : TONES) {
            if (name.contains(tone[0])) {
                return name.replace(tone[0], tone[1]);
            }
        }
        return name;
    }

    /** Two letters change places, one comes twice or is left out. */
    private String slip(String name) {
        int at = 1 + random.nextInt(Math.max(1, name.length() - 2));
        if (at + 1 >= name.length()
                || !Character.isLetter(name.charAt(at))
                || !Character.isLetter(name.charAt(at + 1))) {
            at = 1;
        }
        return switch (random.nextInt(3)) {
            case 0 -> name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
            case 1 -> name.substring(0, at) + name.charAt(at) + name.substring(at);
            default -> name.substring(0, at) + name.substring(at + 1);
        };
    }

    /** The given name first, or the family name last. */
    private String order(String name) {
        int cut = random.nextBoolean() ? name.indexOf(' ') : name.lastIndexOf(' ');
        return name.substring(cut + 1) + " " + name.substring(0, cut);
    }

    private String title(String name) {
        return TITLES[random.nextInt(TITLES.length)] + " " + name;
    }

    private static String legalForm(String name) {
        for (String[] form : LEGAL_FORMS) {
            if (name.startsWith(form[0])) {
                return form[1] + name.substring(form[0].length());
            }
        }
        return name;
    }

    /** Nine digits as somebody wrote them: without the zero, with the country's code, or as before 2018. */
    String phone(String nineDigits) {
        for (String[] prefix : OLD_PREFIXES) {
            if (nineDigits.startsWith(prefix[0]) && random.nextInt(3) == 0) {
                return "0" + prefix[1] + nineDigits.substring(2);
            }
        }
        return random.nextBoolean() ? nineDigits : "+84 " + nineDigits;
    }
}
