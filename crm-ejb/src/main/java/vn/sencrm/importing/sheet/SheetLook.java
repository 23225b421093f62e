package vn.sencrm.importing.sheet;

import java.util.List;
import java.util.Map;

/**
 * What a first look into a file tells.
 *
 * @param sheets the names of the visible sheets, empty for a file without sheets
 * @param layout where the table was found, nothing left open but what its user did not say of its text
 * @param header the titles of the columns
 * @param top the first rows with text, whether above, below or with the titles
 * @param suspected what the text seems to be written in, null where the user has said it and for Unicode
 * @param examples some texts as they stand, with what they would be; header and rows are converted likewise
 */
public record SheetLook(
        List<String> sheets,
        SheetLayout layout,
        List<String> header,
        List<SheetRow> top,
        LegacyText suspected,
        Map<String, String> examples) {}
