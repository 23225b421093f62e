package vn.sencrm.common;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The NAME key of duplicates: the folded name without a form of address (people, households) or a legal form
 * (organisations, shops). Never shown; the search column keeps every word instead.
 */
public final class NameKey {

    /** Recognised with their marks only, so that Chu Văn An keeps his surname. */
    private static final Set<String> TITLES = Set.of("anh", "chị", "ông", "bà", "cô", "chú");

    /** Never begins a full name: after it the first word is a surname, as in Cô Thị Ba. */
    private static final String MIDDLE_NAME = "thị";

    /** Folded as names are, by their first word, longest first. */
    private static final Map<String, List<List<String>>> LEGAL_FORMS = Stream.of(
                    "công ty",
                    "cty",
                    "ctcp",
                    "trách nhiệm hữu hạn",
                    "tnhh",
                    "mtv",
                    "một thành viên",
                    "cổ phần",
                    "cp",
                    "jsc",
                    "co ltd",
                    "ltd",
                    "dntn",
                    "doanh nghiệp tư nhân",
                    "hộ kinh doanh",
                    "hkd",
                    "cửa hàng",
                    "shop")
            .map(form -> Arrays.asList(TextFold.fold(form).split(" ")))
            .sorted(Comparator.comparing(form -> -form.size()))
            .collect(Collectors.groupingBy(form -> form.get(0)));

    private NameKey() {}

    /**
     * The key of a name, or null when it holds no letter or digit.
     *
     * @param person true for a person or household, false for an organisation or shop
     */
    public static String of(String name, boolean person) {
        if (name == null) {
            return null;
        }
        String words = TextFold.clean(wordsOnly(TextFold.clean(name)));
        if (words.isEmpty()) {
            return null;
        }
        return person ? TextFold.fold(withoutTitle(words)) : withoutLegalForms(TextFold.fold(words));
    }

    private static String withoutTitle(String words) {
        int first = words.indexOf(' ');
        int second = words.indexOf(' ', first + 1);
        if (first < 2 || first > 3 || second < 0 || !isTitle(words.substring(0, first))) {
            return words;
        }
        boolean surname = words.substring(first + 1, second).equalsIgnoreCase(MIDDLE_NAME);
        return surname ? words : words.substring(first + 1);
    }

    private static boolean isTitle(String word) {
        return TITLES.contains(word.toLowerCase(Locale.ROOT));
    }

    private static String withoutLegalForms(String folded) {
        List<String> words = Arrays.asList(folded.split(" "));
        List<String> kept = new ArrayList<>(words.size());
        int i = 0;
        while (i < words.size()) {
            int form = legalFormAt(words, i);
            if (form == 0) {
                kept.add(words.get(i));
            }
            i += Math.max(form, 1);
        }
        return kept.isEmpty() ? folded : String.join(" ", kept);
    }

    /** How many words a legal form takes here; 0 when there is none. */
    private static int legalFormAt(List<String> words, int start) {
        for (List<String> form : LEGAL_FORMS.getOrDefault(words.get(start), List.of())) {
            int end = start + form.size();
            if (end <= words.size() && words.subList(start, end).equals(form)) {
                return form.size();
            }
        }
        return 0;
    }

    /** Punctuation becomes spaces; dots inside an abbreviation (T.N.H.H) vanish. */
    private static String wordsOnly(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isWordPart(c)) {
                out.append(c);
            } else if (!isDotOfAbbreviation(text, i)) {
                out.append(' ');
            }
        }
        return out.toString();
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c)
                || Character.isSurrogate(c)
                || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static boolean isDotOfAbbreviation(String text, int i) {
        return text.charAt(i) == '.'
                && i > 0
                && i + 1 < text.length()
                && Character.isLetter(text.charAt(i - 1))
                && Character.isLetter(text.charAt(i + 1))
                && (i == 1 || !Character.isLetterOrDigit(text.charAt(i - 2)));
    }
}
