package vn.sencrm.importing.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sencrm.common.TemporaryFiles;

/** Odd and hostile files: each is read or refused with a stable code, soon, in little memory, and leaves nothing behind. */
class HostileFilesTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private static final Set<String> CODES = Set.of(
            "NOT_A_WORKBOOK",
            "ENCRYPTED",
            "ZIP_BOMB",
            "TOO_MANY_COLUMNS",
            "NO_SHEET",
            "NO_HEADER",
            "NO_ROWS",
            "NOT_JSON",
            "BAD_CSV",
            "ENCODING");

    private static final String RELATIONS = "xl/_rels/workbook.xml.rels";
    private static final String WORKBOOK = "xl/workbook.xml";
    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final String STRINGS = "xl/sharedStrings.xml";
    private static final String STYLES = "xl/styles.xml";
    private static final String ROWS = "<row><c t=\"inlineStr\"><is><t>Tên</t></is></c></row>"
            + "<row><c t=\"inlineStr\"><is><t>An</t></is></c></row>";

    @TempDir
    Path folder;

    private Set<Path> before;

    @BeforeEach
    void lookAtTemporaryFiles() throws IOException {
        before = temporaryFiles();
    }

    @AfterEach
    void nothingIsLeft() throws IOException {
        assertThat(temporaryFiles()).isEqualTo(before);
    }

    /** Ours and those of the libraries. */
    private static Set<Path> temporaryFiles() throws IOException {
        Path probe = TemporaryFiles.create("probe");
        Files.delete(probe);
        try (Stream<Path> ours = Files.list(probe.getParent());
                Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return Stream.concat(
                            ours,
                            files.filter(file -> file.getFileName().toString().matches("(crm|poi).*")))
                    .collect(Collectors.toSet());
        }
    }

    // ---- archives

    @ParameterizedTest
    @ValueSource(strings = {WORKBOOK, RELATIONS, SHEET, STRINGS, STYLES})
    void aBombInAnyPartIsStopped(String part) throws IOException {
        Map<String, String> parts = book(ROWS.replace("t=\"inlineStr\"><is><t>An</t></is>", "t=\"s\"><v>1001</v>"));
        String text = parts.get(part);
        int end = part.equals(SHEET) ? text.indexOf("</sheetData>") : text.lastIndexOf("</");
        parts.put(part, text.substring(0, end) + "<x/>" + " ".repeat(40 << 20) + text.substring(end));
        assertThat(read("a.xlsx", zip(parts))).isEqualTo("ZIP_BOMB");
    }

    @Test
    void aBombOfSharedTextsIsStopped() throws IOException {
        String text = "<si><t>" + "x".repeat(32_000) + "</t></si>";
        Map<String, String> parts = book(ROWS.replace("t=\"inlineStr\"><is><t>An</t></is>", "t=\"s\"><v>4000</v>"));
        parts.put(STRINGS, sst(text.repeat(4100)));
        assertThat(read("a.xlsx", zip(parts))).isEqualTo("ZIP_BOMB");
        parts.put(STRINGS, sst("<si/>".repeat(1_000_000)));
        assertThat(read("a.xlsx", zip(parts))).isIn("1", "NO_ROWS");
    }

    @ParameterizedTest
    @ValueSource(strings = {WORKBOOK, RELATIONS, SHEET, STRINGS, STYLES})
    void entitiesAreReadNowhere(String part) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "top secret");
        String[] doctypes = {
            "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>",
            "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY e \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>",
            "<!DOCTYPE x SYSTEM \"http://127.0.0.1:9/x.dtd\">"
        };
        for (String doctype : doctypes) {
            Map<String, String> parts = book(ROWS.replace("t=\"inlineStr\"><is><t>An</t></is>", "t=\"s\"><v>0</v>"));
            parts.put(part, doctype + parts.get(part).replace("Text", "&e;"));
            assertThat(read("a.xlsx", zip(parts))).isEqualTo("NOT_A_WORKBOOK");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "0", "&quot;", "\\"})
    void aFormatWithoutEndIsSoonSeenToBeNone(String piece) throws IOException {
        Map<String, String> parts = book(ROWS.replace("<c t=\"inlineStr\"><is><t>An</t></is>", "<c s=\"0\"><v>1</v>"));
        parts.put(
                STYLES,
                "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"" + piece.repeat(1_000_000)
                        + "\"/></numFmts><cellXfs><xf numFmtId=\"164\"/></cellXfs></styleSheet>");
        assertThat(read("a.xlsx", zip(parts))).isEqualTo("1");
    }

    @Test
    void elementsInsideElementsWithoutEndAreRefused() throws IOException {
        assertThat(read("a.xlsx", zip(book(ROWS + "<a>".repeat(3_000_000))))).isEqualTo("NOT_A_WORKBOOK");
    }

    @Test
    void aGiantAttributeIsRefused() throws IOException {
        assertThat(read("a.xlsx", zip(book(ROWS + "<row x=\"" + "y".repeat(40 << 20) + "\"/>"))))
                .isEqualTo("ZIP_BOMB");
    }

    @Test
    void manyColumnsAreRefusedAndLongCellsAreRead() throws IOException {
        String wide = IntStream.range(0, 16_384)
                .mapToObj(i -> "<c t=\"inlineStr\"><is><t>c" + i + "</t></is></c>")
                .collect(Collectors.joining("", "<row>", "</row>"));
        assertThat(read("a.xlsx", zip(book(wide + wide)))).isEqualTo("TOO_MANY_COLUMNS");
        assertThat(read("a.csv", ("a,".repeat(10_000) + "\n1\n").getBytes(UTF_8)))
                .isEqualTo("TOO_MANY_COLUMNS");
        assertThat(read("a.csv", ("a,".repeat(2_000_000) + "\n1\n").getBytes(UTF_8)))
                .isIn("TOO_MANY_COLUMNS", "BAD_CSV");
        String cell = "<c t=\"inlineStr\"><is><t>" + "đ".repeat(32_767) + "</t></is></c>";
        String head = "<c t=\"inlineStr\"><is><t>a</t></is></c>";
        assertThat(read(
                        "a.xlsx",
                        zip(book("<row>" + head.repeat(100) + "</row>"
                                + ("<row>" + cell.repeat(100) + "</row>").repeat(2)))))
                .isEqualTo("2");
    }

    @Test
    void titlesWithoutEndAreCut() throws IOException {
        byte[] text = ("Tên" + "x".repeat(30_000) + ",B\nAn,x\n").getBytes(UTF_8);
        try (SheetReader reader = SheetFiles.open(file("a.csv", text), "a.csv")) {
            assertThat(reader.header().get(0)).startsWith("Tênx").hasSize(200);
        }
        SheetFiles.look(file("a.csv", text), "a.csv", SheetLayout.FIRST, title -> {
            assertThat(title).hasSizeLessThanOrEqualTo(200);
            return false;
        });
    }

    @Test
    void rowNumbersThatRepeatGoBackOrAreAbsurdDoNoHarm() throws IOException {
        String text = "<c t=\"inlineStr\"><is><t>x</t></is></c>";
        String rows = "<row r=\"1\">" + text + "</row><row r=\"5\">" + text + "</row><row r=\"5\">" + text
                + "</row><row r=\"2\">" + text + "</row>";
        Path file = file("a.xlsx", zip(book(rows)));
        try (SheetReader reader = SheetFiles.open(file, "a.xlsx")) {
            assertThat(reader.next().number()).isEqualTo(5);
            assertThat(reader.next().number()).isEqualTo(6);
            assertThat(reader.next().number()).isEqualTo(7);
        }
        for (String number : new String[] {"99999999", "99999999999", "-3", "x"}) {
            assertThat(read("a.xlsx", zip(book(ROWS + "<row r=\"" + number + "\">" + text + "</row>"))))
                    .isEqualTo("NOT_A_WORKBOOK");
        }
    }

    @Test
    void absurdNumbersAndIndexesDoNoHarm() throws IOException {
        for (String cell : new String[] {
            "<c><v>1e999999999</v></c>",
            "<c><v>1e99999999999</v></c>",
            "<c><v>" + "9".repeat(32_000) + "</v></c>",
            "<c><v>NaN</v></c>",
            "<c s=\"77\"><v>1</v></c>",
            "<c t=\"zzz\"><v>1</v></c>",
            "<c t=\"b\"><v>1</v></c>",
            "<c r=\"\"><v>1</v></c>"
        }) {
            assertThat(read("a.xlsx", zip(book(ROWS + "<row>" + cell + "</row>"))))
                    .isEqualTo("2");
        }
        for (String cell :
                new String[] {"<c t=\"s\"><v>-1</v></c>", "<c t=\"s\"><v>99999</v></c>", "<c s=\"x\"><v>1</v></c>"}) {
            assertThat(read("a.xlsx", zip(book(ROWS + "<row>" + cell + "</row>"))))
                    .isEqualTo("NOT_A_WORKBOOK");
        }
    }

    @Test
    void whatIsAroundTheSheetIsNotLookedAt() throws IOException {
        Map<String, String> parts = book(ROWS);
        parts.put("[Content_Types].xml", "nonsense");
        parts.put("xl/vbaProject.bin", "Sub AutoOpen()");
        parts.put("xl/externalLinks/externalLink1.xml", "<externalLink/>");
        parts.put("../../../../tmp/crm-slip", "x");
        parts.put(
                RELATIONS,
                parts.get(RELATIONS)
                        .replace(
                                "</Relationships>",
                                "<Relationship Id=\"r9\" Type=\"http://x/externalLink\" TargetMode=\"External\""
                                        + " Target=\"http://127.0.0.1:9/x\"/></Relationships>"));
        assertThat(read("a.xlsm", zip(parts))).isEqualTo("1");
    }

    @Test
    void aSheetThatLeadsOutsideIsRefused() throws IOException {
        Map<String, String> parts = book(ROWS);
        parts.put(RELATIONS, parts.get(RELATIONS).replace("worksheets/sheet1.xml", "http://127.0.0.1:9/sheet.xml"));
        assertThat(read("a.xlsx", zip(parts))).isEqualTo("NOT_A_WORKBOOK");
        for (String missing : new String[] {WORKBOOK, RELATIONS, SHEET}) {
            Map<String, String> torn = book(ROWS);
            torn.remove(missing);
            assertThat(read("a.xlsx", zip(torn))).isEqualTo("NOT_A_WORKBOOK");
        }
    }

    @Test
    void anArchiveOfTensOfThousandsOfFilesIsRefused() throws IOException {
        Map<String, String> parts = book(ROWS);
        IntStream.range(0, 20_000).forEach(i -> parts.put("x/" + i, ""));
        assertThat(read("a.xlsx", zip(parts))).isEqualTo("ZIP_BOMB");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><table><tr><td>Tên</td></tr></table></html>",
                "<?xml version=\"1.0\"?><Workbook/>",
                "%PDF-1.7",
                ""
            })
    void anythingElseNamedLikeAWorkbookIsRefused(String text) throws IOException {
        assertThat(read("a.xls", text.getBytes(UTF_8))).isEqualTo("NOT_A_WORKBOOK");
        assertThat(read("a.xlsb", text.getBytes(UTF_8))).isEqualTo("NOT_A_WORKBOOK");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void daysAreCountedFrom1904WhereTheFileSaysSo(String format) throws IOException {
        Path file = folder.resolve("a." + format);
        try (Workbook workbook = format.equals("xls") ? new HSSFWorkbook() : new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            CellStyle date = workbook.createCellStyle();
            date.setDataFormat(workbook.createDataFormat().getFormat("dd/mm/yyyy"));
            Sheet sheet = workbook.createSheet("A");
            sheet.createRow(0).createCell(0).setCellValue("Ngày");
            sheet.createRow(1).createCell(0).setCellValue(LocalDate.of(1990, 3, 5));
            sheet.getRow(1).getCell(0).setCellStyle(date);
            if (workbook instanceof XSSFWorkbook xlsx) {
                xlsx.getCTWorkbook().addNewWorkbookPr().setDate1904(true);
            } else {
                ((HSSFWorkbook) workbook).getInternalWorkbook().getRecords().forEach(record -> {
                    if (record instanceof org.apache.poi.hssf.record.DateWindow1904Record window) {
                        window.setWindowing((short) 1);
                    }
                });
            }
            workbook.write(out);
        }
        try (SheetReader reader = SheetFiles.open(file, file.toString())) {
            // The same number, four years and a day later.
            assertThat(reader.next().cells()).containsExactly("1994-03-06");
        }
    }

    /** Whatever is changed or cut off: read or refused. */
    @ParameterizedTest
    @CsvSource({"xlsx,60", "xls,60"})
    void brokenCopiesOfAGoodWorkbookAreReadOrRefused(String format, int copies) throws IOException {
        byte[] good = good(format);
        Random random = new Random(20261126);
        for (int i = 0; i < copies; i++) {
            byte[] bad = i % 3 == 0 ? Arrays.copyOf(good, random.nextInt(good.length)) : good.clone();
            for (int n = random.nextInt(12); n >= 0 && bad.length > 0; n--) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
            }
            assertThat(read("a." + format, bad)).matches("\\d+|" + String.join("|", CODES));
        }
    }

    /** Broken inside: every part is well packed, and nonsense. */
    @Test
    void brokenPartsOfAGoodWorkbookAreReadOrRefused() throws IOException {
        Random random = new Random(20261126);
        for (int i = 0; i < 300; i++) {
            Map<String, String> parts = book(ROWS.repeat(20));
            String part = parts.keySet().stream()
                    .skip(random.nextInt(parts.size()))
                    .findFirst()
                    .orElseThrow();
            StringBuilder text = new StringBuilder(parts.get(part));
            for (int n = random.nextInt(6); n >= 0; n--) {
                text.setCharAt(random.nextInt(text.length()), "<>\"&/=x0 \0é".charAt(random.nextInt(11)));
            }
            parts.put(part, text.toString());
            assertThat(read("a.xlsx", zip(parts))).matches("\\d+|" + String.join("|", CODES));
        }
    }

    // ---- texts

    @Test
    void zerosInATextAreRefusedOrHarmless() throws IOException {
        assertThat(read("a.csv", "Tên,B\nA\0n,x\n".getBytes(UTF_8))).isEqualTo("ENCODING");
        String late = "Tên,B\n" + "An,x\n".repeat(30_000) + "A\0n,x\n";
        Path file = file("a.csv", late.getBytes(UTF_8));
        try (SheetReader reader = SheetFiles.open(file, "a.csv")) {
            String last = "";
            for (SheetRow row = reader.next(); row != null; row = reader.next()) {
                last = row.cell(0);
            }
            assertThat(last).isEqualTo("A n");
        }
    }

    @Test
    void aQuoteWithoutItsOtherSwallowsNothingUnnoticed() throws IOException {
        assertThat(read("a.csv", "Tên,B\n\"An,x\nBình,y\n".getBytes(UTF_8))).isEqualTo("BAD_CSV");
        String far = "Tên,B\n" + "An,x\n".repeat(50_000) + "\"Bình,y\n" + "Chi,z\n".repeat(50_000);
        assertThat(read("a.csv", far.getBytes(UTF_8))).isEqualTo("BAD_CSV");
        String long1 = "Tên,B\n\"An,x\n" + "Bình,y\n".repeat(2_000_000);
        assertThat(read("a.csv", long1.getBytes(UTF_8))).isEqualTo("BAD_CSV");
        assertThat(read("a.csv", "Tên,B\n\"An\" Anh,x\n".getBytes(UTF_8))).isEqualTo("BAD_CSV");
        assertThat(read("a.csv", "Tên,B\nAn \"Anh,x\n\"Bình\",\"y\"".getBytes(UTF_8)))
                .isEqualTo("2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "x,", "\"x\",", ";", "\t", "\"", "é "})
    void aSingleLineOfAHundredMegabytesIsReadOrRefused(String piece) throws IOException {
        byte[] bytes = piece.getBytes(UTF_8);
        Path file = folder.resolve("line.csv");
        byte[] block = piece.repeat((1 << 20) / bytes.length).getBytes(UTF_8);
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int i = 0; i < 100; i++) {
                out.write(block);
            }
        }
        assertThat(read(file)).matches("\\d+|" + String.join("|", CODES));
    }

    @ParameterizedTest
    @CsvSource({"UTF-8,true", "UTF-8,false", "UTF-16LE,true", "UTF-16BE,true", "UTF-16LE,false"})
    void lineEndsMayBeMixedAndMarksOfByteOrderStandInFront(String encoding, boolean mark) throws IOException {
        String text = (mark ? "\uFEFF" : "") + "Tên,Ghi chú\r\nAn,a\nBình,b\rChi,c\r\n\r\nDung,d";
        Path file = file("a.csv", text.getBytes(Charset.forName(encoding)));
        assertThat(read(file)).isEqualTo("4");
        try (SheetReader reader = SheetFiles.open(file, "a.csv")) {
            assertThat(reader.header()).containsExactly("Tên", "Ghi chú");
        }
    }

    @Test
    void otherMarksOfByteOrderAreRefused() throws IOException {
        assertThat(read("a.csv", ("\uFEFFTên\nAn\n").getBytes(Charset.forName("UTF-32LE"))))
                .isEqualTo("ENCODING");
        assertThat(read("a.csv", ("\uFEFFTên\nAn\n").getBytes(Charset.forName("UTF-32BE"))))
                .isEqualTo("ENCODING");
        assertThat(read("a.csv", new byte[] {(byte) 0xFF, (byte) 0xFE, 'T'})).isIn("ENCODING", "NO_ROWS", "NO_HEADER");
    }

    @Test
    void anEmptyFileAndOneOfTitlesAloneAreRefused() throws IOException {
        for (String empty : new String[] {"", "\uFEFF", "\n\n", ",,,\n,\n", " \t \n"}) {
            assertThat(read("a.csv", empty.getBytes(UTF_8)))
                    .as("'" + empty + "'")
                    .isEqualTo("NO_HEADER");
        }
        assertThat(read("a.csv", "Tên,B\n".getBytes(UTF_8))).isEqualTo("NO_ROWS");
        assertThat(read("a.csv", "Tên,B\n,\n \n".getBytes(UTF_8))).isEqualTo("NO_ROWS");
        assertThat(read("a.xlsx", zip(book("")))).isEqualTo("NO_HEADER");
        assertThat(read("a.xlsx", zip(book(ROWS.substring(0, ROWS.indexOf("</row>") + 6)))))
                .isEqualTo("NO_ROWS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[", "{", "[[[[[[[[", "[{\"a\":", "[{\"a\":1},]", "{\"a\":{}}", "[1,2]", "[{}]", "[\"\\ud800\"]"
            })
    void jsonThatIsNoneIsRefused(String text) throws IOException {
        assertThat(read("a.json", text.getBytes(UTF_8))).isIn("NOT_JSON", "NO_HEADER", "NO_ROWS");
        assertThat(read("a.json", text.repeat(300_000).getBytes(UTF_8))).isIn("NOT_JSON", "NO_HEADER", "NO_ROWS");
    }

    // ---- helpers

    private static Map<String, String> book(String rows) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                WORKBOOK,
                "<workbook xmlns:r=\"http://r\"><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
        parts.put(
                RELATIONS,
                "<Relationships><Relationship Id=\"r1\" Type=\"http://x/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                        + "<Relationship Id=\"r2\" Type=\"http://x/sharedStrings\" Target=\"sharedStrings.xml\"/>"
                        + "<Relationship Id=\"r3\" Type=\"http://x/styles\" Target=\"styles.xml\"/></Relationships>");
        parts.put(SHEET, "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
        parts.put(STRINGS, sst("<si><t>Text</t></si>".repeat(1002)));
        parts.put(
                STYLES,
                "<styleSheet><fonts><font><name val=\"Arial\"/></font></fonts><cellXfs><xf numFmtId=\"0\" fontId=\"0\"/>"
                        + "</cellXfs></styleSheet>");
        return parts;
    }

    private static String sst(String texts) {
        return "<sst>" + texts + "</sst>";
    }

    private static byte[] zip(Map<String, String> parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(UTF_8));
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static byte[] good(String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = format.equals("xls") ? new HSSFWorkbook() : new XSSFWorkbook()) {
            Sheet sheet = workbook.createSheet("A");
            for (int i = 0; i < 30; i++) {
                Row row = sheet.createRow(i);
                row.createCell(0).setCellValue("Tên " + i);
                row.createCell(1).setCellValue(i * 1.5);
                row.createCell(2).setCellFormula("B" + (i + 1) + "*2");
            }
            workbook.write(out);
        }
        return out.toByteArray();
    }

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private String read(String name, byte[] content) throws IOException {
        return read(file(name, content));
    }

    /** How many rows were read, or why not. */
    private static String read(Path file) {
        String name = file.getFileName().toString();
        return assertTimeoutPreemptively(SOON, () -> {
            try {
                SheetLook look = SheetFiles.look(file, name, SheetLayout.FIRST, title -> false);
                int rows = 0;
                try (SheetReader reader = SheetFiles.open(file, name, look.layout())) {
                    while (reader.next() != null) {
                        rows++;
                    }
                }
                return Integer.toString(rows);
            } catch (UnreadableFileException refused) {
                return refused.code();
            }
        });
    }
}
