package vn.sencrm.common;

/**
 * Texts of files that a spreadsheet would take for formulas. Written with an apostrophe before them they are shown as
 * what they are; whoever reads such a file takes it off again, so that nothing changes on the way there and back.
 */
public final class FormulaCell {

    private static final char MARK = '\'';

    private FormulaCell() {}

    /** The text as it may stand in a file without types of cells. Null stays null. */
    public static String written(String text) {
        return text != null && begins(text) ? MARK + text : text;
    }

    /** The text that {@link #written} made a cell of. */
    public static String read(String cell) {
        return cell.length() > 1 && cell.charAt(0) == MARK && begins(cell.substring(1)) ? cell.substring(1) : cell;
    }

    /** A text that begins with the mark itself gets another one, so that it comes back with its own. */
    private static boolean begins(String text) {
        int first = 0;
        while (first < text.length() && text.charAt(first) == MARK) {
            first++;
        }
        return first < text.length() && "=+-@\t\r".indexOf(text.charAt(first)) >= 0;
    }
}
