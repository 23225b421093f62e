package vn.sencrm.importing.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Vietnamese from before Unicode: what it becomes, and that nothing else is taken for it. */
class LegacyTextTest {

    private static final String[] TCVN3_ROWS = {"Tªn,§Þa chØ", "NguyÔn V¨n §øc,Hµ Néi", "TrÇn ThÞ H­¬ng,§µ N½ng"};
    private static final String[] VNI_ROWS = {"Teân,Ñòa chæ", "Nguyeãn Vaên Ñöùc,Haø Noäi", "Traàn Thò Höông,Ñaø Naüng"
    };

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "NguyÔn V¨n §øc, Nguyễn Văn Đức",
        "TrÇn ThÞ Ph­îng, Trần Thị Phượng",
        "Hµ Néi, Hà Nội",
        "thµnh phè Hå ChÝ Minh, thành phố Hồ Chí Minh",
        "C«ng ty cæ phÇn X©y l¾p, Công ty cổ phần Xây lắp",
        "HuÕ; B¾c Kh¸nh; Kú Anh, Huế; Bắc Khánh; Kỳ Anh",
        "Ng« QuyÒn qu©n lý khuya, Ngô Quyền quân lý khuya",
        "T¡NG ¢U £ ¤ ¥ ¦ §, TĂNG ÂU Ê Ô Ơ Ư Đ",
        "mÉu mËt ng÷ nghØ h÷u xÎ mÒm t×m dß hái ®äc thuèc, mẫu mật ngữ nghỉ hữu xẻ mềm tìm dò hỏi đọc thuốc"
    })
    void tcvn3BecomesUnicode(String text, String unicode) {
        assertThat(LegacyText.TCVN3.convert(text)).isEqualTo(unicode);
    }

    @ParameterizedTest
    @CsvSource({
        "Nguyeãn Vaên Ñöùc, Nguyễn Văn Đức",
        "Traàn Thò Phöôïng, Trần Thị Phượng",
        "Haø Noäi, Hà Nội",
        "thaønh phoá Hoà Chí Minh, thành phố Hồ Chí Minh",
        "Coâng ty coå phaàn Xaây laép, Công ty cổ phần Xây lắp",
        "Kyø Anh; Myõ Tho; Thuûy; Lyù; kyû; lyï, Kỳ Anh; Mỹ Tho; Thủy; Lý; kỷ; lyï",
        "ÑAËNG THÒ HÖÔØNG NGUYEÃN, ĐẶNG THỊ HƯỜNG NGUYỄN",
        "Só Huyønh Ngoïc Dieãm Quyønh, Sĩ Huỳnh Ngọc Diễm Quỳnh",
        "kyõ só nghæ höu, kỹ sĩ nghỉ hưu"
    })
    void vniBecomesUnicode(String text, String unicode) {
        assertThat(LegacyText.VNI.convert(text)).isEqualTo(unicode);
    }

    /** Every letter of Vietnamese there and back again. */
    @Test
    void allLettersOfBothAreKnown() {
        String letters = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ";
        StringBuilder fromTcvn3 = new StringBuilder();
        StringBuilder fromVni = new StringBuilder();
        for (char c = 0xA1; c <= 0xFF; c++) {
            fromTcvn3.append(LegacyText.TCVN3.convert(String.valueOf(c)));
            fromVni.append(LegacyText.VNI.convert(String.valueOf(c)));
            for (char base : "aeouyôö".toCharArray()) {
                fromVni.append(LegacyText.VNI.convert("" + base + c));
            }
        }
        for (char letter : letters.toCharArray()) {
            assertThat(fromTcvn3).contains(String.valueOf(letter));
            assertThat(fromVni).contains(String.valueOf(letter));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nguyễn Văn Đức,Hà Nội,Lê Thanh Hà,Trà Vinh,Cà Mau,Bà Rịa",
                "Hà,Lê,Trâm,Hoà,Thuý,Sân,Bình,Tài,Cần,Vân,Hiên,xoài,thuê,toà,khuây,uống",
                "Café Sài Gòn,Nestlé Việt Nam,Citroën,São Paulo,El Niño,Müller GmbH,Hôpital,Pokémon",
                "Sao Mai® 25°C 10m² ©2026 ½ cân,«Trích dẫn»,Giá: 1.000 §",
                "ĐẶNG THÁI SƠN,TRẦN ĐĂNG KHOA,CÔNG TY CỔ PHẦN BÊ TÔNG,HÀ TÂY",
                "Nguyen Van Duc,Ha Noi,an@example.vn,0912345678"
            })
    void unicodeIsNeverTakenForAnythingElse(String text) throws IOException {
        Path file = csv(new String[] {"Cột a,b,c,d,e,f", text}, "UTF-8");
        SheetLook look = look(file, SheetLayout.FIRST);
        assertThat(look.suspected()).isNull();
        assertThat(look.examples()).isEmpty();
    }

    @Test
    void textWithMarksBesideItsLettersIsNoLegacyText() throws IOException {
        String[] rows = {
            "Tên,Ghi chú", "Nguyê\u0303n Thi\u0323 Đào,ơ\u0309 Huê\u0301", "Trâ\u0300n Văn Đư\u0301c,Hà Nô\u0323i"
        };
        SheetLook look = look(csv(rows, "windows-1258"), SheetLayout.FIRST);
        assertThat(look.suspected()).isNull();
        assertThat(look.top().get(1).cell(0)).isEqualTo("Nguyễn Thị Đào");
    }

    @ParameterizedTest
    @CsvSource({"TCVN3,windows-1252", "TCVN3,UTF-8", "TCVN3,UTF-16LE", "VNI,windows-1252", "VNI,UTF-8"})
    void aTextFileIsSuspectedAndConvertedWhenItsUserSaysSo(LegacyText kind, String encoding) throws IOException {
        Path file = csv(kind == LegacyText.VNI ? VNI_ROWS : TCVN3_ROWS, encoding);
        SheetLook look = look(file, SheetLayout.FIRST);
        assertThat(look.suspected()).isEqualTo(kind);
        assertThat(look.header()).containsExactly("Tên", "Địa chỉ");
        assertThat(look.examples()).containsValues("Nguyễn Văn Đức", "Hà Nội");
        assertThat(rows(file, look.layout().as(kind)))
                .containsExactly(List.of("Nguyễn Văn Đức", "Hà Nội"), List.of("Trần Thị Hương", "Đà Nẵng"));
    }

    @Test
    void withoutItsUsersWordNothingIsConverted() throws IOException {
        Path unicode = csv(TCVN3_ROWS, "UTF-8");
        assertThat(rows(unicode, SheetLayout.FIRST).get(0)).containsExactly("NguyÔn V¨n §øc", "Hµ Néi");
        assertThat(rows(unicode, SheetLayout.FIRST.as(LegacyText.NONE)).get(0)).contains("Hµ Néi");
        Path western = csv(TCVN3_ROWS, "windows-1252");
        assertThatThrownBy(() -> rows(western, SheetLayout.FIRST.as(LegacyText.NONE)))
                .hasMessage("ENCODING");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void inAWorkbookTheFontSaysWhichCellsAreConverted(String format) throws IOException {
        Path file = Files.createTempFile(folder, "a", "." + format);
        try (Workbook workbook = format.equals("xls") ? new HSSFWorkbook() : new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            Sheet sheet = workbook.createSheet("A");
            Row header = sheet.createRow(0);
            Row row = sheet.createRow(1);
            String[][] columns = {
                {"Tªn", "Lª Hµ", ".VnTime"},
                {"hä", "nguyÔn", ".VnTimeH"},
                {"Teân", "Haø", "VNI-Times"},
                {"Ghi chú", "Lê Hà, bé có", "Arial"},
                {"Khác", "TrÇn ThÞ", "Arial"}
            };
            for (int i = 0; i < columns.length; i++) {
                CellStyle style = workbook.createCellStyle();
                Font font = workbook.createFont();
                font.setFontName(columns[i][2]);
                style.setFont(font);
                header.createCell(i).setCellValue(columns[i][0]);
                row.createCell(i).setCellValue(columns[i][1]);
                header.getCell(i).setCellStyle(style);
                row.getCell(i).setCellStyle(style);
            }
            workbook.write(out);
        }
        SheetLook look = look(file, SheetLayout.FIRST);
        assertThat(look.suspected()).isEqualTo(LegacyText.TCVN3);
        assertThat(look.header()).containsExactly("Tên", "HỌ", "Tên", "Ghi chú", "Khác");
        assertThat(rows(file, look.layout().as(LegacyText.TCVN3)))
                .containsExactly(List.of("Lê Hà", "NGUYỄN", "Hà", "Lê Hà, bé có", "Trần Thị"));
    }

    @Test
    void anOldFontAloneIsNoReasonForSuspicion() throws IOException {
        Path file = folder.resolve("a.xlsx");
        try (Workbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            CellStyle style = workbook.createCellStyle();
            Font font = workbook.createFont();
            font.setFontName(".VnTime");
            style.setFont(font);
            Sheet sheet = workbook.createSheet("A");
            for (String text : List.of("Tên", "Lê Hà", "Nguyễn Văn Đức", "Trần Trâm Anh")) {
                Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
                row.createCell(0).setCellValue(text);
                row.getCell(0).setCellStyle(style);
            }
            workbook.write(out);
        }
        assertThat(look(file, SheetLayout.FIRST).suspected()).isNull();
    }

    // ---- helpers

    private Path csv(String[] lines, String encoding) throws IOException {
        String text = String.join("\n", lines) + "\n";
        return Files.write(
                Files.createTempFile(folder, "a", ".csv"),
                (encoding.startsWith("UTF-16") ? "\uFEFF" + text : text).getBytes(Charset.forName(encoding)));
    }

    private static SheetLook look(Path file, SheetLayout layout) throws IOException {
        return SheetFiles.look(file, file.getFileName().toString(), layout, title -> false);
    }

    private static List<List<String>> rows(Path file, SheetLayout layout) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (SheetReader reader = SheetFiles.open(file, file.getFileName().toString(), layout)) {
            for (SheetRow row = reader.next(); row != null; row = reader.next()) {
                rows.add(List.of(row.cells()));
            }
        }
        return rows;
    }
}
