package vn.sencrm.importing.sheet;

import java.util.Locale;

/** Converts the cells of a file whose user says that it has legacy text; others stay as they are. */
final class LegacyCells {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final LegacyText said;
    private final boolean fontsTell;

    /**
     * @param said what the user says, null for nothing
     * @param fontsTell whether the file has fonts for such text, so that a cell in another font must prove that it is of
     *     that kind too
     */
    LegacyCells(LegacyText said, boolean fontsTell) {
        this.said = said == LegacyText.NONE ? null : said;
        this.fontsTell = fontsTell;
    }

    boolean isAsked() {
        return said != null;
    }

    /** @param font the cell's font, null where it is not known */
    String read(String text, String font) {
        if (said == null || text == null) {
            return text;
        }
        LegacyText ofFont = LegacyText.ofFont(font);
        if (ofFont != null) {
            String converted = LegacyText.isOfLatinLetters(text) ? ofFont.convert(text) : text;
            return LegacyText.isOfCapitals(font) ? converted.toUpperCase(VIETNAMESE) : converted;
        }
        boolean convertible = LegacyText.isOfLatinLetters(text) && (!fontsTell || said.evidence(text) > 0);
        return convertible ? said.convert(text) : text;
    }
}
