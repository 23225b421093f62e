package vn.sencrm.duplicate;

import java.util.Arrays;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * A folded name, laid out for being compared with many others. Similar is what one person may have made of another's
 * writing: a slip in one word, words in another order, a missing space, or a missing middle name. Jaro-Winkler alone
 * does not tell: Nguyễn Văn Hai and Nguyễn Văn Hải are as close to it as Nguyễn Văn An and Nguyễn Thị An.
 */
public final class ComparedName {

    private static final double CLOSE = 0.92;
    private static final int SHORTEST_SLIP = 3;

    private static final JaroWinklerSimilarity JARO_WINKLER = new JaroWinklerSimilarity();

    private final String key;
    private final String[] words;
    private final String[] sorted;
    private final int letters;

    public ComparedName(String key) {
        this.key = key;
        this.words = key.split(" ");
        this.sorted = words.clone();
        Arrays.sort(sorted);
        this.letters = key.length() - words.length + 1;
    }

    public String key() {
        return key;
    }

    public String lastWord() {
        return words[words.length - 1];
    }

    /** Whether the other is not the same, but may be meant for it. */
    public boolean isSimilar(ComparedName other) {
        if (key.equals(other.key)) {
            return false;
        }
        if (letters == other.letters && (Arrays.equals(sorted, other.sorted) || isJoined(other))) {
            return true;
        }
        return isNear(other) && JARO_WINKLER.apply(key, other.key) >= CLOSE;
    }

    private boolean isJoined(ComparedName other) {
        return words.length != other.words.length && key.replace(" ", "").equals(other.key.replace(" ", ""));
    }

    private boolean isNear(ComparedName other) {
        int more = words.length - other.words.length;
        return more == 0
                ? isOneSlip(other)
                : more == 1 ? isWithoutMiddle(other) : more == -1 && other.isWithoutMiddle(this);
    }

    /** One word differs, by one slip. */
    private boolean isOneSlip(ComparedName other) {
        int at = -1;
        for (int i = 0; i < words.length; i++) {
            if (!words[i].equals(other.words[i])) {
                if (at >= 0) {
                    return false;
                }
                at = i;
            }
        }
        return at >= 0 && isSlip(words[at], other.words[at]);
    }

    /** The other has all words but one in the middle. */
    private boolean isWithoutMiddle(ComparedName other) {
        if (other.words.length < 2 || !lastWord().equals(other.lastWord()) || !words[0].equals(other.words[0])) {
            return false;
        }
        int passed = 0;
        for (int i = 0; i < other.words.length; i++) {
            if (!words[i + passed].equals(other.words[i])) {
                if (passed++ > 0 || !words[i + passed].equals(other.words[i])) {
                    return false;
                }
            }
        }
        return true;
    }

    /** One letter more, less or another, or two that changed places; numbers and the shortest words have no slips. */
    static boolean isSlip(String one, String other) {
        String shorter = one.length() <= other.length() ? one : other;
        String longer = one.length() <= other.length() ? other : one;
        int more = longer.length() - shorter.length();
        if (more > 1 || shorter.length() < SHORTEST_SLIP || hasDigit(one) || hasDigit(other)) {
            return false;
        }
        int same = 0;
        while (same < shorter.length() && shorter.charAt(same) == longer.charAt(same)) {
            same++;
        }
        if (more == 1) {
            return shorter.substring(same).equals(longer.substring(same + 1));
        }
        return shorter.substring(same + 1).equals(longer.substring(same + 1)) || isSwap(shorter, longer, same);
    }

    private static boolean isSwap(String one, String other, int at) {
        return at + 1 < one.length()
                && one.charAt(at) == other.charAt(at + 1)
                && one.charAt(at + 1) == other.charAt(at)
                && one.substring(at + 2).equals(other.substring(at + 2));
    }

    private static boolean hasDigit(String word) {
        return word.chars().anyMatch(Character::isDigit);
    }
}
