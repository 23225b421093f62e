package vn.sencrm.importing;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import vn.sencrm.importing.sheet.SheetRow;

/**
 * The beginning of a run's file.
 *
 * @param sheets the names of its visible sheets, empty for a file without sheets
 * @param top the first rows with text, among them the one with the titles
 * @param rows the first rows of the table
 * @param examples texts from before Unicode with what they would be, empty for none or where the user has said it
 */
public record ImportPreview(
        List<String> sheets, List<SheetRow> top, List<PreviewRow> rows, Map<String, String> examples)
        implements Serializable {}
