package vn.sencrm.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class ExportWriterTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void whatASheetDoesNotHoldGoesOnInAnotherUnderTheSameHeader() throws IOException {
        try (ExportWriter writer = new XlsxWriter(out, 3)) {
            writer.row(new String[] {"Mã", "Tên"});
            for (int i = 1; i <= 5; i++) {
                writer.row(new String[] {"K" + i, null});
            }
        }
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            List<List<String>> sheets = new ArrayList<>();
            for (Sheet sheet : book) {
                List<String> codes = new ArrayList<>();
                sheet.forEach(row -> codes.add(row.getCell(0).getStringCellValue()));
                sheets.add(codes);
            }
            assertThat(sheets)
                    .containsExactly(List.of("Mã", "K1", "K2"), List.of("Mã", "K3", "K4"), List.of("Mã", "K5"));
        }
    }

    @Test
    void everyCellOfAWorkbookIsText() throws IOException {
        try (ExportWriter writer = new XlsxWriter(out)) {
            writer.row(new String[] {"Điện thoại"});
            writer.row(new String[] {"0912345678"});
            writer.row(new String[] {"=HYPERLINK(\"http://x.example\")"});
        }
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            for (Row row : book.getSheetAt(0)) {
                assertThat(row.getCell(0).getCellType()).isEqualTo(CellType.STRING);
            }
        }
    }

    @Test
    void aWorkbookOfAHeaderAloneCanBeOpened() throws IOException {
        try (ExportWriter writer = new XlsxWriter(out)) {
            writer.row(new String[] {"Mã"});
        }
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            assertThat(book.getSheetAt(0).getLastRowNum()).isZero();
        }
    }

    @Test
    void aTextFileBeginsWithAByteOrderMarkAndQuotesWhatItMust() throws IOException {
        try (ExportWriter writer = new CsvFileWriter(out)) {
            writer.row(new String[] {"Mã", "Ghi chú"});
            writer.row(new String[] {null, "a, \"b\"\nc"});
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("\uFEFFMã,Ghi chú\r\n,\"a, \"\"b\"\"\nc\"\r\n");
    }
}
