package vn.sencrm.importing.sheet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Tells titles of columns from what stands above them: a company's name, the name of a list, a date. A title over
 * several columns (merged cells) has its own titles below it; those are the columns'.
 */
final class HeaderRows {

    /** What a page can show; no text beyond that is known as a title, nor told apart by its end. */
    private static final int LONGEST_TITLE = 200;

    private static final Pattern DIGIT = Pattern.compile("\\d");

    private HeaderRows() {}

    /**
     * Which of the first rows has the titles: the first that is about as wide as the table, or has two titles that are
     * known. A row that says nothing known never wins over an earlier one that does, nor one with nothing below.
     *
     * @param rows the file's first rows with text, at least one
     */
    static SheetRow guess(List<SheetRow> rows, Predicate<String> known) {
        int most = rows.stream().mapToInt(HeaderRows::filled).max().orElse(0);
        SheetRow guessed = rows.get(0);
        for (int i = 0; i < rows.size() - 1; i++) {
            if (known(rows.get(i), known) >= 2 || isWide(rows.get(i), rows.get(i + 1), most)) {
                guessed = rows.get(i);
                break;
            }
        }
        if (known(guessed, known) == 0) {
            for (SheetRow row : rows.subList(0, rows.indexOf(guessed))) {
                if (known(row, known) > 0) {
                    return row;
                }
            }
        }
        return guessed;
    }

    private static boolean isWide(SheetRow row, SheetRow below, int most) {
        int width = areOne(row, below)
                ? (int) titles(row, below).stream()
                        .filter(title -> !title.isEmpty())
                        .count()
                : filled(row);
        return width * 3 >= most * 2;
    }

    private static int filled(SheetRow row) {
        return (int) Arrays.stream(row.cells()).filter(Objects::nonNull).count();
    }

    private static long known(SheetRow row, Predicate<String> known) {
        return Arrays.stream(row.cells())
                .filter(Objects::nonNull)
                .map(String::strip)
                .filter(title -> title.length() <= LONGEST_TITLE && known.test(title))
                .distinct()
                .count();
    }

    /** The titles of the columns, empty text for a column without one. */
    static List<String> titles(SheetRow row, SheetRow below) {
        boolean both = areOne(row, below);
        int width = both ? Math.max(width(row), width(below)) : width(row);
        List<String> titles = new ArrayList<>(width);
        for (int i = 0; i < width; i++) {
            String title = both && below.cell(i) != null ? below.cell(i) : row.cell(i);
            titles.add(title == null ? "" : shortened(title.strip()));
        }
        return List.copyOf(titles);
    }

    private static String shortened(String title) {
        return title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE);
    }

    /**
     * Whether the lower row belongs to the titles: it stands directly below, names every column that has no title and
     * the first one of each such group, and nothing else; it has no digits.
     */
    static boolean areOne(SheetRow row, SheetRow below) {
        if (below == null || below.number() != row.number() + 1) {
            return false;
        }
        int width = Math.max(width(row), width(below));
        boolean grouped = false;
        boolean single = false;
        for (int i = 0; i < width; i++) {
            boolean inGroup = row.cell(i) == null || i + 1 < width && row.cell(i + 1) == null;
            String title = below.cell(i);
            if (inGroup != (title != null)
                    || title != null && DIGIT.matcher(title).find()) {
                return false;
            }
            grouped |= inGroup;
            single |= !inGroup;
        }
        return grouped && single && row.cell(0) != null;
    }

    private static int width(SheetRow row) {
        int width = row.cells().length;
        while (width > 0 && row.cells()[width - 1] == null) {
            width--;
        }
        return width;
    }
}
