package vn.sencrm.it;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Workbooks that a test uploads, and those that it gets back. */
final class TestWorkbook {

    private final List<Object[]> rows = new ArrayList<>();

    private TestWorkbook() {}

    static TestWorkbook of(String... headers) {
        return new TestWorkbook().row((Object[]) headers);
    }

    /** @param cells texts, or numbers as spreadsheets keep them */
    TestWorkbook row(Object... cells) {
        rows.add(cells);
        return this;
    }

    /** Saves it below the build's output under a name of its own. */
    Path save() {
        Path file = Sen.output("uploads").resolve("import-" + Unique.number() + ".xlsx");
        try (XSSFWorkbook book = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            var sheet = book.createSheet("Khách hàng");
            for (Object[] cells : rows) {
                write(sheet.createRow(sheet.getPhysicalNumberOfRows()), cells);
            }
            book.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /** Saves a workbook of any length, row by row. */
    static Path save(List<String> headers, int count, IntFunction<Object[]> row) {
        Path file = Sen.output("uploads").resolve("import-" + Unique.number() + ".xlsx");
        try (SXSSFWorkbook book = new SXSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            var sheet = book.createSheet("Khách hàng");
            write(sheet.createRow(0), headers.toArray());
            for (int i = 0; i < count; i++) {
                write(sheet.createRow(i + 1), row.apply(i));
            }
            book.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private static void write(Row row, Object... cells) {
        for (int i = 0; i < cells.length; i++) {
            Cell cell = row.createCell(i);
            if (cells[i] instanceof Number number) {
                cell.setCellValue(number.doubleValue());
            } else {
                cell.setCellValue((String) cells[i]);
            }
        }
    }

    /** The first sheet's cells as they are shown. */
    static List<List<String>> read(Path file) {
        DataFormatter shown = new DataFormatter();
        try (var book = WorkbookFactory.create(file.toFile())) {
            List<List<String>> result = new ArrayList<>();
            for (Row row : book.getSheetAt(0)) {
                List<String> cells = new ArrayList<>();
                row.forEach(cell -> cells.add(shown.formatCellValue(cell)));
                result.add(cells);
            }
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
