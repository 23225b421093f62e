package vn.sencrm.importing.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetFilesTest {

    private static final String RELATIONS =
            """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
            <Relationship Id="r1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""";

    private static final String WORKBOOK =
            """
            <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://r">
            <sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>""";

    @TempDir
    Path folder;

    // ---- what is read

    @Test
    void numbersComeInFullDigitsAndDatesAsDates() throws IOException {
        Path file = workbook((workbook, sheet) -> {
            CellStyle date = workbook.createCellStyle();
            date.setDataFormat(workbook.createDataFormat().getFormat("dd/mm/yyyy"));
            Row row = titled(sheet, "Phone", "Born", "Price", "Yes", "Sum").createRow(1);
            row.createCell(0).setCellValue(912345678d);
            row.createCell(1).setCellValue(LocalDate.of(1990, 3, 5));
            row.getCell(1).setCellStyle(date);
            row.createCell(2).setCellValue(0.1 + 0.2);
            row.createCell(3).setCellValue(true);
            row.createCell(4).setCellFormula("1+1");
            row.getCell(4).setCellValue(84912345678d);
        });
        assertThat(rows(file)).containsExactly(List.of("912345678", "1990-03-05", "0.3", "true", "84912345678"));
    }

    @Test
    void textAndErrorsComeAsTheyStand() throws IOException {
        Path file = workbook((workbook, sheet) -> {
            Row row = titled(sheet, "A", "B", "C").createRow(1);
            row.createCell(0).setCellValue("9.12E+08");
            row.createCell(1).setCellFormula("NA()");
            row.getCell(1).setCellErrorValue((byte) 0x2A);
            row.createCell(2).setCellValue("=cmd|' /C calc'!A0");
        });
        assertThat(rows(file)).containsExactly(List.of("9.12E+08", "#N/A", "=cmd|' /C calc'!A0"));
    }

    @Test
    void emptyRowsArePassedOverAndRowNumbersAreTheSheets() throws IOException {
        Path file = workbook((workbook, sheet) -> {
            titled(sheet, "Name");
            sheet.createRow(1).createCell(0).setCellValue("  ");
            sheet.createRow(4).createCell(0).setCellValue("An");
        });
        try (SheetReader reader = SheetFiles.open(file, "a.xlsx")) {
            assertThat(reader.next().number()).isEqualTo(5);
            assertThat(reader.next()).isNull();
        }
    }

    @Test
    void theFirstVisibleSheetIsRead() throws IOException {
        Path file = workbook((workbook, sheet) -> {
            titled(sheet, "Hidden");
            titled(workbook.createSheet("shown"), "Shown")
                    .createRow(1)
                    .createCell(0)
                    .setCellValue("x");
            workbook.setSheetHidden(0, true);
            workbook.setActiveSheet(1);
        });
        try (SheetReader reader = SheetFiles.open(file, "a.xlsx")) {
            assertThat(reader.header()).containsExactly("Shown");
        }
    }

    @Test
    void thousandsOfSharedTextsAreFoundAgain() throws IOException {
        Path file = workbook((workbook, sheet) -> {
            titled(sheet, "Name", "Same");
            for (int i = 1; i <= 5000; i++) {
                Row row = sheet.createRow(i);
                row.createCell(0).setCellValue("Tên số " + i);
                row.createCell(1).setCellValue("Tên số " + (i % 7 + 1));
            }
        });
        List<List<String>> rows = rows(file);
        assertThat(rows).hasSize(5000);
        assertThat(rows.get(4321)).containsExactly("Tên số 4322", "Tên số 4");
    }

    @Test
    void csvIsReadWithWhateverSeparator() throws IOException {
        for (String separator : List.of(",", ";", "\t", "|")) {
            Path file = text("\uFEFFTên" + separator + "Ghi chú\r\nAn" + separator + "\"một\nhai\"\r\n\r\nBình\r\n");
            assertThat(rows(file)).containsExactly(List.of("An", "một\nhai"), nullable("Bình", null));
        }
    }

    // ---- what is refused

    @Test
    void aTextFileNamedXlsxIsNoWorkbook() throws IOException {
        assertRefused(text("Tên,Điện thoại\nAn,0912345678\n"), "khach.xlsx", UnreadableFileException.NOT_A_WORKBOOK);
    }

    @Test
    void aTornArchiveIsNoWorkbook() throws IOException {
        Path file = workbook((workbook, sheet) -> titled(sheet, "A"));
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        assertRefused(file, "a.xlsx", UnreadableFileException.NOT_A_WORKBOOK);
    }

    @Test
    void anyOtherArchiveIsNoWorkbook() throws IOException {
        assertRefused(zip(Map.of("a.txt", "x")), "a.xlsx", UnreadableFileException.NOT_A_WORKBOOK);
    }

    @Test
    void anEncryptedWorkbookIsSaidToBeOne() throws Exception {
        Path file = folder.resolve("secret.xlsx");
        try (POIFSFileSystem ole = new POIFSFileSystem();
                XSSFWorkbook workbook = new XSSFWorkbook()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (OutputStream encrypted = encryptor.getDataStream(ole)) {
                workbook.createSheet();
                workbook.write(encrypted);
            }
            try (OutputStream out = Files.newOutputStream(file)) {
                ole.writeFilesystem(out);
            }
        }
        assertRefused(file, "secret.xlsx", UnreadableFileException.ENCRYPTED);
    }

    @Test
    void theFirstVisibleSheetOfTheOldFormatIsRead() throws IOException {
        Path file = folder.resolve("old.xls");
        try (HSSFWorkbook workbook = new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            workbook.createSheet("ẩn").createRow(0).createCell(0).setCellValue("ẩn");
            workbook.setSheetHidden(0, true);
            workbook.setActiveSheet(0);
            Sheet sheet = workbook.createSheet("Khách");
            CellStyle day = workbook.createCellStyle();
            day.setDataFormat(workbook.createDataFormat().getFormat("dd/mm/yyyy"));
            Row header = sheet.createRow(1);
            header.createCell(0).setCellValue("Tên");
            header.createCell(1).setCellValue("SĐT");
            header.createCell(2).setCellValue("Ngày sinh");
            Row row = sheet.createRow(3);
            row.createCell(0).setCellValue("Nguyễn Văn Đức");
            row.createCell(1).setCellValue(912345678);
            Cell birthday = row.createCell(2);
            birthday.setCellValue(LocalDate.of(1990, 3, 5));
            birthday.setCellStyle(day);
            sheet.createRow(4).createCell(0).setCellFormula("\"Lan\" & \" Anh\"");
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            workbook.write(out);
        }
        try (SheetReader reader = SheetFiles.open(file, "old.xls")) {
            assertThat(reader.header()).containsExactly("Tên", "SĐT", "Ngày sinh");
            SheetRow row = reader.next();
            assertThat(row.number()).isEqualTo(4);
            assertThat(row.cells()).containsExactly("Nguyễn Văn Đức", "912345678", "1990-03-05");
            assertThat(reader.next().cell(0)).isEqualTo("Lan Anh");
            assertThat(reader.next()).isNull();
        }
    }

    @Test
    void aBrokenFileOfTheOldFormatIsRefused() throws IOException {
        byte[] bytes = new byte[4096];
        byte[] signature = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        System.arraycopy(signature, 0, bytes, 0, signature.length);
        assertRefused(
                Files.write(folder.resolve("broken.xls"), bytes), "broken.xls", UnreadableFileException.NOT_A_WORKBOOK);
    }

    @Test
    void aZipBombIsStoppedWhileItUnpacks() throws IOException {
        String cell = "<row><c t=\"inlineStr\"><is><t>A</t></is></c></row>";
        Path file = sheet(cell + " ".repeat(64 << 20));
        try (SheetReader reader = SheetFiles.open(file, "a.xlsx")) {
            assertThatThrownBy(reader::next).hasMessage(UnreadableFileException.ZIP_BOMB);
        }
    }

    @Test
    void aGiantCellCostsNoMoreThanAnyOther() throws IOException {
        String header = "<row><c t=\"inlineStr\"><is><t>A</t></is></c></row>";
        Path file = sheet(header + "<row><c t=\"inlineStr\"><is><t>" + "x".repeat(8 << 20) + "</t></is></c></row>");
        assertThat(rows(file).get(0).get(0)).hasSize(SheetReader.MAX_CELL);
    }

    @Test
    void entitiesAndDoctypesAreRefused() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "top secret");
        String doctype = "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>";
        assertRefused(
                raw(doctype + sheetXml("<row><c t=\"inlineStr\"><is><t>&e;</t></is></c></row>")),
                "a.xlsx",
                UnreadableFileException.NOT_A_WORKBOOK);
        String laughs = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>";
        assertRefused(
                raw(laughs + sheetXml("<row><c t=\"inlineStr\"><is><t>&b;</t></is></c></row>")),
                "a.xlsx",
                UnreadableFileException.NOT_A_WORKBOOK);
    }

    @Test
    void anAbsurdCellAddressIsRefused() throws IOException {
        assertRefused(sheet("<row><c r=\"ZZZZZZZ1\"><v>1</v></c></row>"), "a.xlsx", "NOT_A_WORKBOOK");
        assertRefused(sheet("<row><c r=\"XFD1\"><v>1</v></c></row>"), "a.xlsx", "TOO_MANY_COLUMNS");
    }

    @Test
    void filesWithoutHeaderAreRefused() throws IOException {
        assertRefused(workbook((workbook, sheet) -> {}), "a.xlsx", UnreadableFileException.NO_HEADER);
        assertRefused(text("\n \n"), "a.csv", UnreadableFileException.NO_HEADER);
        assertRefused(text(""), "a.csv", UnreadableFileException.NO_HEADER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "windows-1258"})
    void aTextIsReadInTheEncodingInWhichItWasWritten(String encoding) throws IOException {
        String text = "Tên,Ghi chú\nNguyễn Thị Đào,ở Huế\n";
        Charset charset = Charset.forName(encoding);
        // That encoding has marks beside their letters; office programs write it so.
        String written = encoding.startsWith("windows")
                ? text.replace("ễ", "ê\u0303")
                        .replace("ị", "i\u0323")
                        .replace("ở", "ơ\u0309")
                        .replace("ế", "ê\u0301")
                : text;
        Path file = Files.write(folder.resolve("a.csv"), written.getBytes(charset));
        try (SheetReader reader = SheetFiles.open(file, "a.csv")) {
            assertThat(reader.header()).containsExactly("Tên", "Ghi chú");
            assertThat(reader.next().cells()).containsExactly("Nguyễn Thị Đào", "ở Huế");
        }
    }

    @Test
    void aTextInAnotherEncodingIsRefusedRatherThanGarbled() throws IOException {
        byte[] tcvn3 = {'T', (byte) 0xAA, 'n', '\n', 'N', 'g', 'u', 'y', (byte) 0xD4, 'n', '\n'};
        byte[] zeros = {'T', 0, 0, 0, 'x', '\n', 'a', '\n'};
        for (byte[] bytes : List.of(tcvn3, zeros)) {
            Path file = Files.write(folder.resolve("a.csv"), bytes);
            assertRefused(file, "a.csv", UnreadableFileException.ENCODING);
        }
    }

    // ---- helpers

    private interface Fill {
        void in(XSSFWorkbook workbook, Sheet sheet);
    }

    private Path workbook(Fill fill) throws IOException {
        Path file = Files.createTempFile(folder, "book", ".xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            fill.in(workbook, workbook.createSheet());
            workbook.write(out);
        }
        return file;
    }

    private static Sheet titled(Sheet sheet, String... titles) {
        Row row = sheet.createRow(0);
        for (int i = 0; i < titles.length; i++) {
            row.createCell(i).setCellValue(titles[i]);
        }
        return sheet;
    }

    private Path text(String content) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "text", ".csv"), content);
    }

    private Path sheet(String rows) throws IOException {
        return raw(sheetXml(rows));
    }

    private static String sheetXml(String rows) {
        return "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" + rows
                + "</sheetData></worksheet>";
    }

    private Path raw(String sheet) throws IOException {
        return zip(Map.of(
                "xl/workbook.xml",
                WORKBOOK,
                "xl/_rels/workbook.xml.rels",
                RELATIONS,
                "xl/worksheets/sheet1.xml",
                sheet));
    }

    private Path zip(Map<String, String> parts) throws IOException {
        Path file = Files.createTempFile(folder, "raw", ".xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    private static List<List<String>> rows(Path file) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (SheetReader reader = SheetFiles.open(file, file.toString().endsWith(".csv") ? "a.csv" : "a.xlsx")) {
            for (SheetRow row = reader.next(); row != null; row = reader.next()) {
                rows.add(nullable(row.cells()));
            }
        }
        return rows;
    }

    private static List<String> nullable(String... cells) {
        return java.util.Arrays.asList(cells);
    }

    /** Somewhere between opening and the last row. */
    private static void assertRefused(Path file, String name, String code) {
        assertThatThrownBy(() -> {
                    try (SheetReader reader = SheetFiles.open(file, name)) {
                        while (reader.next() != null) {
                            // to the end
                        }
                    }
                })
                .isInstanceOf(UnreadableFileException.class)
                .hasMessage(code);
    }
}
