package vn.sencrm.common;

import java.util.List;

/**
 * Conditions on a folded column ({@link TextFold#fold}) that a trigram index can serve. One place, so that the search
 * box, the filters and the duplicates agree on what "contains" means.
 */
public final class TextSql {

    private static final int TRIGRAM = 3;

    private TextSql() {}

    /**
     * Every word of the query occurs, in any order: as part of a word, or, where it is too short for a trigram, at a
     * word's beginning, else every row would be read. Nothing is found without words.
     */
    public static SqlFragment contains(SqlFragment foldedColumn, String query) {
        SqlFragment all = null;
        for (TextFold.Word word : TextFold.queryWords(query)) {
            SqlFragment one = containsWord(foldedColumn, word);
            all = all == null ? one : all.and(one);
        }
        return all == null ? SqlFragment.FALSE : all;
    }

    /** The whole text begins with the query, whose last word may be unfinished. */
    public static SqlFragment startsWith(SqlFragment foldedColumn, String query) {
        String plain = TextFold.plain(query);
        String folded = TextFold.fold(query);
        int lastWord = plain.lastIndexOf(' ') + 1;
        SqlFragment unfinished =
                like(foldedColumn, escaped(folded.substring(0, lastWord) + plain.substring(lastWord)) + "%");
        if (plain.equals(folded) || plain.substring(lastWord).equals(folded.substring(lastWord))) {
            return unfinished;
        }
        return unfinished.or(like(foldedColumn, escaped(folded))).or(like(foldedColumn, escaped(folded) + " %"));
    }

    /** The whole text equals one of these, folded. */
    public static SqlFragment equalsAny(SqlFragment foldedColumn, List<String> texts) {
        List<String> folded = texts.stream().map(TextFold::fold).distinct().toList();
        return folded.size() == 1
                ? append(foldedColumn, " = ?", folded.get(0))
                : append(foldedColumn, " = any(?)", folded);
    }

    /** {@code expression like ?}, the pattern as given. */
    public static SqlFragment like(SqlFragment expression, String pattern) {
        return append(expression, " like ?", pattern);
    }

    private static SqlFragment containsWord(SqlFragment column, TextFold.Word word) {
        SqlFragment part =
                containsPart(column, escaped(word.part()), word.part().length() < TRIGRAM);
        if (word.ending() == null) {
            return part;
        }
        String ending = "%" + escaped(word.ending());
        return part.or(like(column, ending)).or(like(column, ending + " %"));
    }

    private static SqlFragment containsPart(SqlFragment column, String part, boolean atBeginning) {
        return atBeginning
                ? like(column, part + "%").or(like(column, "% " + part + "%"))
                : like(column, "%" + part + "%");
    }

    private static String escaped(String text) {
        return TextFold.likePattern(text);
    }

    private static SqlFragment append(SqlFragment expression, String operator, Object parameter) {
        return expression.then(SqlFragment.of(operator, parameter));
    }
}
