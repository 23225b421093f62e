package vn.sencrm.importing.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What programs other than Excel, and Excel on odd days, write: it is read as Excel shows it. */
class OddWorkbooksTest {

    private static final String WORKBOOK = "xl/workbook.xml";
    private static final String RELATIONS = "xl/_rels/workbook.xml.rels";
    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final String STRINGS = "xl/sharedStrings.xml";

    @TempDir
    Path folder;

    // ---- the parts of an .xlsx workbook

    @Test
    void namesOfPartsMayBeInOtherCaseAndHaveBackslashes() throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        book("<c t=\"s\"><v>0</v></c>")
                .forEach((name, xml) -> parts.put(name.toLowerCase().replace('/', '\\'), xml));
        assertThat(rows(xlsx(parts))).containsExactly(List.of("Text"));
    }

    @ParameterizedTest
    @CsvSource({"book.xml,_rels/book.xml.rels", "a/b/Buch1.xml,a/b/_rels/Buch1.xml.rels"})
    void theWorkbookStandsWhereThePackageSays(String workbook, String relations) throws IOException {
        Map<String, String> parts = book("<c><v>1</v></c>");
        parts.put("_rels/.rels", relations("officeDocument", workbook));
        parts.put(workbook, parts.remove(WORKBOOK));
        parts.put(relations, parts.remove(RELATIONS).replace("Target=\"", "Target=\"/xl/x/../"));
        assertThat(rows(xlsx(parts))).containsExactly(List.of("1"));
    }

    @Test
    void sheetsOfChartsAndOfNothingAreNotOffered() throws IOException {
        Map<String, String> parts = book("<c><v>1</v></c>");
        parts.put(
                WORKBOOK,
                parts.get(WORKBOOK)
                        .replace(
                                "<sheets>",
                                "<sheets><sheet name=\"Chart\" r:id=\"r9\"/><sheet name=\"Module\" r:id=\"\"/>"
                                        + "<sheet name=\"Secret\" state=\"veryHidden\" r:id=\"r1\"/>")
                        .replace("name=\"A\"", "name=\"A\" state=\"show\""));
        parts.put(RELATIONS, parts.get(RELATIONS).replace("</", relation("r9", "chartsheet", "c.xml") + "</"));
        Path file = xlsx(parts);
        assertThat(SheetFiles.look(file, "a.xlsx", SheetLayout.FIRST, title -> false)
                        .sheets())
                .containsExactly("A");
        assertThat(rows(file)).containsExactly(List.of("1"));
    }

    @Test
    void textsThatAreMissingAreMissedOnlyWhereTheyAreUsed() throws IOException {
        Map<String, String> parts = book("<c><v>1</v></c>");
        parts.remove(STRINGS);
        assertThat(rows(xlsx(parts))).containsExactly(List.of("1"));
        Map<String, String> torn = book("<c t=\"s\"><v>0</v></c>");
        torn.remove(STRINGS);
        Path file = xlsx(torn);
        assertThatThrownBy(() -> rows(file)).hasMessage(UnreadableFileException.NOT_A_WORKBOOK);
    }

    @Test
    void anExtensionDoesNotChangeFromWhenDaysAreCounted() throws IOException {
        Map<String, String> parts = book("<c s=\"1\"><v>100</v></c>");
        parts.put(
                WORKBOOK,
                parts.get(WORKBOOK)
                        .replace("<sheets>", "<workbookPr date1904=\"true\"/><sheets>")
                        .replace(
                                "</workbook>", "<extLst><workbookPr chartTrackingRefBase=\"1\"/></extLst></workbook>"));
        assertThat(rows(xlsx(parts))).containsExactly(List.of("1904-04-10"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    một_x000A_hai | một\\nhai
                    một_x000d__x000A_hai | một\\r\\nhai
                    _x005F_x000D_ | _x000D_
                    _x0000_một_x0001_ | ' một '
                    _xD800_ | _xD800_
                    _x12_ _x00G0_ _x | _x12_ _x00G0_ _x
                    """)
    void signsThatXmlCannotHoldAreWhatTheyStandFor(String written, String read) throws IOException {
        Map<String, String> parts = book("<c t=\"s\"><v>0</v></c><c t=\"str\"><v>" + written + "</v></c>");
        parts.put(STRINGS, parts.get(STRINGS).replace("Text", written));
        String text = read.replace("\\n", "\n").replace("\\r", "\r");
        assertThat(rows(xlsx(parts))).containsExactly(List.of(text, text));
    }

    // ---- values, in both formats

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void truthsAndErrorsAreReadAlsoWhereFormulasGiveThem(String format) throws IOException {
        Path file = made(format, (workbook, row) -> {
            row.createCell(0).setCellValue(true);
            row.createCell(1).setCellErrorValue(FormulaError.NA.getCode());
            row.createCell(2).setCellFormula("1=2");
            row.createCell(3).setCellFormula("1/0");
            row.createCell(4).setCellFormula("\"A\"&\"n\"");
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
        });
        assertThat(rows(file)).containsExactly(List.of("true", "#N/A", "false", "#DIV/0!", "An"));
    }

    @ParameterizedTest
    @CsvSource({
        "xlsx,yyyy\\-mm\\-dd\\ hh:mm\\ \\U\\T\\C",
        "xls,yyyy\\-mm\\-dd\\ hh:mm\\ \\U\\T\\C",
        "xlsx,h:mm",
        "xls,h:mm"
    })
    void datesAndTimesAreReadHoweverTheyAreShown(String format, String shown) throws IOException {
        Path file = made(format, (workbook, row) -> {
            CellStyle style = workbook.createCellStyle();
            style.setDataFormat(workbook.createDataFormat().getFormat(shown));
            double[] values = {32_937, 32_937.75, 0.35, 0.999999999};
            for (int i = 0; i < values.length; i++) {
                row.createCell(i).setCellValue(values[i]);
                row.getCell(i).setCellStyle(style);
            }
        });
        assertThat(rows(file)).containsExactly(List.of("1990-03-05", "1990-03-05 18:00", "08:24", "23:59:59"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void formulasOverSeveralCellsLeaveRowsWhereTheyAre(String format) throws IOException {
        Path file = made(format, (workbook, row) -> {
            row.createCell(0).setCellValue("An");
            row.getSheet().setArrayFormula("A2&\"h\"", CellRangeAddress.valueOf("B2:C2"));
            row.createCell(3).setCellValue("cuối");
            row.getSheet().createRow(2).createCell(0).setCellValue("Bình");
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
        });
        try (SheetReader reader = SheetFiles.open(file, file.toString())) {
            SheetRow first = reader.next();
            assertThat(first.number()).isEqualTo(2);
            assertThat(Arrays.asList(first.cells()).subList(0, 4)).containsExactly("An", "Anh", "Anh", "cuối");
            assertThat(reader.next().number()).isEqualTo(3);
        }
    }

    // ---- the records of an .xls workbook

    @Test
    void cellsOfTheOldFormatMayStandInAnyOrder() throws IOException {
        assertThat(rows(xls(number(3, 1, 31), number(1, 0, 10), number(3, 0, 30))))
                .containsExactly(List.of("10"), List.of("30", "31"));
    }

    @Test
    void theNumbersOfAChartAreNoCells() throws IOException {
        BOFRecord chart = BOFRecord.createSheetBOF();
        chart.setType(BOFRecord.TYPE_CHART);
        assertThat(rows(xls(number(1, 0, 10), chart, number(1, 0, 99), number(7, 0, 99), EOFRecord.instance)))
                .containsExactly(List.of("10"));
    }

    private static NumberRecord number(int row, int column, double value) {
        NumberRecord cell = new NumberRecord();
        cell.setRow(row);
        cell.setColumn((short) column);
        cell.setXFIndex((short) 15);
        cell.setValue(value);
        return cell;
    }

    /** A workbook of titles in A1 and B1, and those records behind them. */
    private Path xls(Record... records) throws IOException {
        byte[] titled;
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            Row titles = workbook.createSheet("A").createRow(0);
            titles.createCell(0).setCellValue("Tên");
            titles.createCell(1).setCellValue("SĐT");
            titled = workbook.getBytes();
        }
        byte[] end = EOFRecord.instance.serialize();
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        stream.write(titled, 0, titled.length - end.length);
        for (Record record : records) {
            stream.writeBytes(record.serialize());
        }
        stream.writeBytes(end);
        Path file = folder.resolve("a.xls");
        try (POIFSFileSystem ole = new POIFSFileSystem();
                OutputStream out = Files.newOutputStream(file)) {
            ole.createDocument(new ByteArrayInputStream(stream.toByteArray()), "Workbook");
            ole.writeFilesystem(out);
        }
        return file;
    }

    // ---- helpers

    private interface Fill {
        void in(Workbook workbook, Row row);
    }

    /** Five titles, and a row below them. */
    private Path made(String format, Fill fill) throws IOException {
        Path file = folder.resolve("a." + format);
        try (Workbook workbook = format.equals("xls") ? new HSSFWorkbook() : new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            Sheet sheet = workbook.createSheet("A");
            Row titles = sheet.createRow(0);
            for (int i = 0; i < 5; i++) {
                titles.createCell(i).setCellValue("Cột" + "abcde".charAt(i));
            }
            fill.in(workbook, sheet.createRow(1));
            workbook.write(out);
        }
        return file;
    }

    private static Map<String, String> book(String cells) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                WORKBOOK,
                "<workbook xmlns:r=\"http://r\"><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
        parts.put(
                RELATIONS,
                "<Relationships>" + relation("r1", "worksheet", "worksheets/sheet1.xml")
                        + relation("r2", "sharedStrings", "sharedStrings.xml") + relation("r3", "styles", "styles.xml")
                        + "</Relationships>");
        String title = "<c t=\"inlineStr\"><is><t>Tên</t></is></c>";
        long columns = cells.split("<c ", -1).length - 1L + cells.split("<c>", -1).length - 1L;
        parts.put(
                SHEET,
                "<worksheet><sheetData><row>" + title.repeat((int) columns) + "</row><row>" + cells
                        + "</row></sheetData></worksheet>");
        parts.put(STRINGS, "<sst><si><t>Text</t></si></sst>");
        parts.put(
                "xl/styles.xml",
                "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>");
        return parts;
    }

    private static String relations(String type, String target) {
        return "<Relationships>" + relation("r1", type, target) + "</Relationships>";
    }

    private static String relation(String id, String type, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"http://x/" + type + "\" Target=\"" + target + "\"/>";
    }

    private Path xlsx(Map<String, String> parts) throws IOException {
        Path file = folder.resolve("a.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(UTF_8));
            }
        }
        return file;
    }

    /** The rows below the titles, each as far as there is text. */
    private static List<List<String>> rows(Path file) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (SheetReader reader = SheetFiles.open(file, file.toString())) {
            for (SheetRow row = reader.next(); row != null; row = reader.next()) {
                int width = row.cells().length;
                while (row.cell(width - 1) == null) {
                    width--;
                }
                rows.add(Arrays.asList(row.cells()).subList(0, width));
            }
        }
        return rows;
    }
}
