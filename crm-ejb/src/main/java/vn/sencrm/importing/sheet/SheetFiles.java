package vn.sencrm.importing.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Opens a file by what it holds, not by what it is called. */
public final class SheetFiles {

    private static final int SIGNATURE_LENGTH = 8;
    private static final String WORKBOOK_NAME = ".*\\.xls[xmb]?";
    private static final int SHEETS_TRIED = 20;
    private static final int TOP_ROWS = 20;
    private static final int TOP_CHARS = 1 << 20;

    private SheetFiles() {}

    /**
     * Opens the table that begins with the first row of the first visible sheet.
     *
     * @param name the name under which it was uploaded: a text file named .xlsx is refused
     * @throws UnreadableFileException when it is no workbook, CSV or JSON file, or not one that we read
     */
    public static SheetReader open(Path file, String name) throws IOException {
        return open(file, name, SheetLayout.FIRST);
    }

    /** Likewise the table that stands where the layout says. */
    public static SheetReader open(Path file, String name, SheetLayout layout) throws IOException {
        if (isJson(file, name)) {
            return new JsonReader(file);
        }
        RowSource rows = rows(file, name, layout, false);
        try {
            return new HeadedRows(rows, layout.headerRow());
        } catch (RuntimeException e) {
            rows.close();
            throw e;
        }
    }

    /**
     * Finds out where the table stands: in the first sheet with any rows, below what a report has above its titles.
     *
     * @param wanted what the user said of it
     * @param known whether a text is a title that columns of such tables have
     * @throws UnreadableFileException also NO_ROWS, when there is nothing below the titles
     */
    public static SheetLook look(Path file, String name, SheetLayout wanted, Predicate<String> known)
            throws IOException {
        if (isJson(file, name)) {
            return look(
                    file, name, new SheetLook(List.of(), new SheetLayout(null, 1), null, List.of(), null, Map.of()));
        }
        List<String> sheets;
        try (RowSource rows = rows(file, name, wanted, true)) {
            sheets = rows.sheets();
        }
        UnreadableFileException reason = new UnreadableFileException(UnreadableFileException.NO_HEADER);
        for (String sheet : candidates(wanted, sheets)) {
            try {
                return look(file, name, wanted.inSheet(sheet), known, sheets);
            } catch (UnreadableFileException e) {
                boolean empty = UnreadableFileException.EMPTY.contains(e.code());
                if (!empty) {
                    throw e;
                }
                reason = UnreadableFileException.NO_ROWS.equals(reason.code()) ? reason : e;
            }
        }
        throw reason;
    }

    /** A file without sheets is one nameless sheet. */
    private static List<String> candidates(SheetLayout wanted, List<String> sheets) {
        return wanted.sheet() != null || sheets.isEmpty()
                ? Collections.singletonList(wanted.sheet())
                : sheets.subList(0, Math.min(sheets.size(), SHEETS_TRIED));
    }

    private static SheetLook look(
            Path file, String name, SheetLayout layout, Predicate<String> known, List<String> sheets)
            throws IOException {
        List<SheetRow> top;
        LegacyText suspected = null;
        Map<String, String> examples = Map.of();
        try (RowSource rows = rows(file, name, layout, true)) {
            top = top(rows);
            if (layout.text() == null) {
                suspected = LegacySuspicion.of(top, rows.fonts());
            }
        }
        if (top.isEmpty()) {
            throw new UnreadableFileException(UnreadableFileException.NO_HEADER);
        }
        if (suspected != null) {
            examples = LegacySuspicion.examples(top, suspected);
            try (RowSource rows = rows(file, name, layout.as(suspected), true)) {
                top = top(rows);
            }
        }
        SheetLayout found = layout.headerRow() == null
                ? layout.below(HeaderRows.guess(top, known).number())
                : layout;
        return look(file, name, new SheetLook(sheets, found, null, top, suspected, examples));
    }

    private static List<SheetRow> top(RowSource rows) {
        List<SheetRow> top = new ArrayList<>();
        int size = 0;
        SheetRow row = rows.next(RowSource.WIDEST);
        while (row != null && top.size() < TOP_ROWS && size < TOP_CHARS) {
            top.add(row);
            size += row.size();
            row = rows.next(RowSource.WIDEST);
        }
        return top;
    }

    /** The same with the titles, once there is a row below them. */
    private static SheetLook look(Path file, String name, SheetLook look) throws IOException {
        SheetLayout layout =
                look.suspected() == null ? look.layout() : look.layout().as(look.suspected());
        try (SheetReader reader = open(file, name, layout)) {
            if (reader.next() == null) {
                throw new UnreadableFileException(UnreadableFileException.NO_ROWS);
            }
            return new SheetLook(
                    look.sheets(), look.layout(), reader.header(), look.top(), look.suspected(), look.examples());
        }
    }

    /** @param looking whether a text in no encoding that we read may be shown as it stands */
    private static RowSource rows(Path file, String name, SheetLayout layout, boolean looking) throws IOException {
        byte[] signature = signature(file);
        if (isZip(signature)) {
            return new XlsxReader(file, layout);
        }
        if (isOle2(signature)) {
            if (isEncrypted(file)) {
                throw new UnreadableFileException(UnreadableFileException.ENCRYPTED);
            }
            return XlsReader.open(file, layout);
        }
        if (name.toLowerCase(Locale.ROOT).matches(WORKBOOK_NAME)) {
            throw new UnreadableFileException(UnreadableFileException.NOT_A_WORKBOOK);
        }
        if (layout.sheet() != null) {
            throw new UnreadableFileException(UnreadableFileException.NO_SHEET);
        }
        Charset encoding =
                looking || isSaid(layout.text()) ? TextEncoding.ofLegacy(file, layout.text()) : TextEncoding.of(file);
        return new CsvReader(file, encoding, null, layout.text());
    }

    private static boolean isSaid(LegacyText text) {
        return text != null && text != LegacyText.NONE;
    }

    private static byte[] signature(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(SIGNATURE_LENGTH);
        }
    }

    private static boolean isZip(byte[] head) {
        return head.length >= 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
    }

    /** A table's first column is not called so. */
    private static boolean isJson(Path file, String name) throws IOException {
        byte[] head = signature(file);
        if (isZip(head) || isOle2(head) || name.toLowerCase(Locale.ROOT).matches(WORKBOOK_NAME)) {
            return false;
        }
        String text =
                new String(head, StandardCharsets.UTF_8).replace("\uFEFF", "").strip();
        return text.startsWith("[") && !text.startsWith("[A") || text.startsWith("{");
    }

    private static boolean isOle2(byte[] head) {
        return head.length >= 4
                && (head[0] & 0xFF) == 0xD0
                && (head[1] & 0xFF) == 0xCF
                && (head[2] & 0xFF) == 0x11
                && (head[3] & 0xFF) == 0xE0;
    }

    private static boolean isEncrypted(Path file) {
        try (POIFSFileSystem ole = new POIFSFileSystem(file.toFile(), true)) {
            return ole.getRoot().hasEntry("EncryptedPackage");
        } catch (IOException | RuntimeException e) {
            throw new UnreadableFileException(e, UnreadableFileException.NOT_A_WORKBOOK);
        }
    }
}
