package vn.sencrm.importing.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where in a file the table is found. */
class SheetLayoutTest {

    private static final Set<String> KNOWN = Set.of("Tên", "SĐT", "Email", "Công ty");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void anySheetThatIsShownCanBeRead(String format) throws IOException {
        Path file = workbook(format, workbook -> {
            fill(workbook.createSheet("Bìa"), new String[0][]);
            fill(workbook.createSheet("Một"), new String[][] {{"Tên"}, {"An"}});
            fill(workbook.createSheet("Ẩn"), new String[][] {{"Tên"}, {"Ẩn"}});
            fill(workbook.createSheet("Hai"), new String[][] {{"Tên", "SĐT"}, {"Bình", "0912345678"}});
            workbook.setSheetHidden(2, true);
        });
        SheetLook look = look(file, SheetLayout.FIRST);
        assertThat(look.sheets()).containsExactly("Bìa", "Một", "Hai");
        assertThat(look.layout()).isEqualTo(new SheetLayout("Một", 1));
        assertThat(first(file, new SheetLayout("Hai", 1)).cells()).containsExactly("Bình", "0912345678");
        for (String name : List.of("Ẩn", "Không có")) {
            assertThatThrownBy(() -> look(file, new SheetLayout(name, null))).hasMessage("NO_SHEET");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls", "csv"})
    void whatAReportHasAboveItsTitlesIsPassedOver(String format) throws IOException {
        String[][] rows = {
            {"CÔNG TY SEN; Hà Nội; Việt Nam"},
            {null, "DANH SÁCH KHÁCH HÀNG", null, null},
            {"Ngày 01/02/2026", null, null, "Lập: An"},
            {null},
            {"STT", "Cột a", "Cột b", "Cột c"},
            {"1", "An", "x", "y"},
            {"2", "Bình", null, null}
        };
        Path file = format.equals("csv")
                ? csv("\"CÔNG TY SEN; Hà Nội; Việt Nam\"\n,DANH SÁCH KHÁCH HÀNG,,\nNgày 01/02/2026,,,Lập: An\n\n"
                        + "STT,Cột a,Cột b,Cột c\n1,An,x,y\n2,Bình,,\n")
                : workbook(format, workbook -> fill(workbook.createSheet("A"), rows));
        SheetLook look = look(file, SheetLayout.FIRST);
        assertThat(look.layout().headerRow()).isEqualTo(5);
        assertThat(look.header()).containsExactly("STT", "Cột a", "Cột b", "Cột c");
        assertThat(first(file, look.layout()).cells()).containsExactly("1", "An", "x", "y");
        assertThat(look.top().get(0).cell(0)).startsWith("CÔNG TY SEN");
    }

    @Test
    void theUserMaySayWhichRowHasTheTitles() throws IOException {
        Path file = csv("Tên,SĐT\nHọ,Số\nAn,0912345678\n");
        assertThat(look(file, SheetLayout.FIRST).layout().headerRow()).isEqualTo(1);
        SheetLook look = look(file, new SheetLayout(null, 2));
        assertThat(look.header()).containsExactly("Họ", "Số");
        assertThat(first(file, look.layout()).number()).isEqualTo(3);
        assertThatThrownBy(() -> look(file, new SheetLayout(null, 3))).hasMessage("NO_ROWS");
        assertThatThrownBy(() -> look(file, new SheetLayout(null, 9))).hasMessage("NO_HEADER");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tên\nAn, Hà Nội, Việt Nam\n",
                "Tên,SĐT\nAn,1,2,3,4,5\n",
                "Cột một,Cột hai\nAn,x\n",
                "Tên;SĐT\n\"An, Bình, Chi\";1\n",
                "Công ty,Cột hai,Cột ba\nEmail,Tên,x\n"
            })
    void titlesInTheFirstRowStayThere(String text) throws IOException {
        assertThat(look(csv(text), SheetLayout.FIRST).layout().headerRow()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void aTitleOverSeveralColumnsGivesWayToThoseBelowIt(String format) throws IOException {
        Path file = workbook(format, workbook -> {
            Sheet sheet = workbook.createSheet("A");
            fill(sheet, new String[][] {
                {"DANH SÁCH"},
                {"Mã", "Họ tên", "Liên lạc", null, null},
                {null, null, "Di động", "Thư", "Zalo"},
                {"A1", "An", "0912345678", "an@example.vn", null}
            });
            for (int column = 0; column < 2; column++) {
                sheet.addMergedRegion(new CellRangeAddress(1, 2, column, column));
            }
            sheet.addMergedRegion(new CellRangeAddress(1, 1, 2, 4));
        });
        SheetLook look = look(file, SheetLayout.FIRST);
        assertThat(look.layout().headerRow()).isEqualTo(2);
        assertThat(look.header()).containsExactly("Mã", "Họ tên", "Di động", "Thư", "Zalo");
        assertThat(first(file, look.layout()).number()).isEqualTo(4);
    }

    @Test
    void aColumnWithoutTitleTakesNoRowAway() throws IOException {
        Path file = csv("Tên,,SĐT\nAn,x,0912345678\n");
        SheetLook look = look(file, SheetLayout.FIRST);
        assertThat(look.header()).containsExactly("Tên", "", "SĐT");
        assertThat(first(file, look.layout()).cells()).containsExactly("An", "x", "0912345678");
    }

    // ---- helpers

    private static SheetLook look(Path file, SheetLayout layout) throws IOException {
        return SheetFiles.look(file, file.getFileName().toString(), layout, KNOWN::contains);
    }

    private static SheetRow first(Path file, SheetLayout layout) throws IOException {
        try (SheetReader reader = SheetFiles.open(file, file.getFileName().toString(), layout)) {
            return reader.next();
        }
    }

    private Path csv(String text) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "a", ".csv"), text);
    }

    private interface Fill {
        void in(Workbook workbook);
    }

    private Path workbook(String format, Fill fill) throws IOException {
        Path file = Files.createTempFile(folder, "a", "." + format);
        try (Workbook workbook = format.equals("xls") ? new HSSFWorkbook() : new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            fill.in(workbook);
            workbook.write(out);
        }
        return file;
    }

    private static void fill(Sheet sheet, String[][] rows) {
        for (int i = 0; i < rows.length; i++) {
            Row row = sheet.createRow(i);
            for (int column = 0; column < rows[i].length; column++) {
                if (rows[i][column] != null) {
                    row.createCell(column).setCellValue(rows[i][column]);
                }
            }
        }
    }
}
