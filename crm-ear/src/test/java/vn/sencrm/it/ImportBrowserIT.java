package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sencrm.it.page.CustomerListPage;
import vn.sencrm.it.page.ImportPage;
import vn.sencrm.it.page.ImportRunPage;
import vn.sencrm.it.page.Window;

/** A workbook imported by hand: columns, run, report, errors, corrected and imported again. */
class ImportBrowserIT {

    private final TestUser user = TestUsers.administrator();

    @ParameterizedTest
    @CsvSource({"1280,vi", "360,en"})
    void goodRowsAreImportedAndBadOnesComeBackWithTheirReason(int width, String language) {
        importSome(width, language);
    }

    @ParameterizedTest
    @Tag("full")
    @CsvSource({"1280,en", "360,vi"})
    void goodRowsAreImportedInEveryLanguageAndWidth(int width, String language) {
        importSome(width, language);
    }

    private void importSome(int width, String language) {
        String word = Unique.word();
        Path file = TestWorkbook.of("Họ và tên", "Điện thoại", "Email", "Ngày sinh", "Cột lạ")
                .row("Nguyễn Thị " + word, Unique.phone(), "huong@" + word + ".vn", "05/03/1990", "a")
                .row("Trần Văn " + word, "091234567", "nam@example.vn", "", "b")
                .row("", "", "", "", "")
                .row("Lê " + word, 912345678, "không phải email", "31/02/2000", "c")
                .row("Phạm " + word, "9.12E+08", "", "", "d")
                .save();
        try (Window window = Window.of(width, language, "light")) {
            window.signIn(user);
            ImportRunPage run = ImportPage.open(window).upload(file).start();
            assertThat(run.counts()).containsExactly("1", "0", "0", "0", "3");
            run.awaitPresentStep();
            assertThat(run.issues()).contains("Trần Văn " + word, "091234567");
            List<List<String>> errors = TestWorkbook.read(saved(run.downloadErrors()));
            assertThat(errors).hasSize(4);
            assertThat(errors.get(0)).startsWith("Họ và tên", "Điện thoại", "Email", "Ngày sinh", "Cột lạ");
            assertThat(errors.get(0)).contains("_row", "_error_code", "_error");
            assertThat(errors.get(1)).contains("BAD_PHONE");
            assertThat(CustomerListPage.open(window, "?q=" + word).names()).containsExactly("Nguyễn Thị " + word);
        }
    }

    @Test
    @Tag("full")
    void theErrorWorkbookIsImportedUnchangedOnceItIsCorrected() {
        String word = Unique.word();
        try (Window window = Window.of(user)) {
            ImportRunPage first = ImportPage.open(window)
                    .upload(TestWorkbook.of("Tên khách hàng", "SĐT")
                            .row("Lan " + word, "12x")
                            .save())
                    .start();
            List<List<String>> errors = TestWorkbook.read(saved(first.downloadErrors()));
            String[] header = errors.get(0).toArray(String[]::new);
            Object[] row = errors.get(1).toArray();
            row[1] = Unique.phone();
            ImportRunPage second = ImportPage.open(window)
                    .upload(TestWorkbook.of(header).row(row).save())
                    .start();
            assertThat(second.counts()).containsExactly("1", "0", "0", "0", "0");
        }
    }

    @Test
    @Tag("full")
    void aColumnGuessedWronglyIsChangedByHand() {
        String word = Unique.word();
        try (Window window = Window.of(user)) {
            ImportRunPage run = ImportPage.open(window)
                    .upload(TestWorkbook.of("Danh xưng lạ", "Ghi thêm")
                            .row("Bùi " + word, "Một ghi chú")
                            .save());
            run.map("Danh xưng lạ", "Tên").map("Ghi thêm", "Ghi chú").start();
            assertThat(Db.text("select notes from customer where name = ?", "Bùi " + word))
                    .isEqualTo("Một ghi chú");
        }
    }

    @ParameterizedTest
    @Tag("full")
    @CsvSource({"1280,light", "360,dark"})
    void aCellIsCorrectedInThePreviewAndImportedSo(int width, String theme) {
        String word = Unique.word();
        try (Window window = Window.of(width, "vi", theme)) {
            window.signIn(user);
            ImportRunPage run = ImportPage.open(window)
                    .upload(TestWorkbook.of("DANH SÁCH")
                            .row("Tên khách hàng", "SĐT", "Ghi chú")
                            .row("Vũ " + word, "12x", "a")
                            .row("Đỗ " + word, Unique.phone(), "b")
                            .save());
            assertThat(run.preview()).containsExactly("Từ chối", "Tạo mới");
            run.correct("SĐT", 3, Unique.phone());
            ImportRunPage again = ImportRunPage.open(window, run.id());
            assertThat(again.preview()).containsExactly("Tạo mới", "Tạo mới");
            assertThat(again.start().counts()).containsExactly("2", "0", "0", "0", "0");
        }
    }

    @ParameterizedTest
    @Tag("full")
    @CsvSource({"1280,vi,dark", "360,en,light"})
    void oldTextIsShownConvertedAndTheMappingOfItsTitlesIsKept(int width, String language, String theme) {
        String title = "Cét " + Unique.word();
        String name = "Bảng " + Unique.word();
        try (Window window = Window.of(width, language, theme)) {
            window.signIn(user);
            ImportRunPage run = ImportPage.open(window)
                    .upload(TestWorkbook.of(title, "§Þa chØ")
                            .row("NguyÔn V¨n §øc", "Phè HuÕ")
                            .save());
            assertThat(run.everything()).contains("NguyÔn V¨n §øc", "Nguyễn Văn Đức");
            run = run.convert();
            String converted = title.replace("Cét", "Cột");
            run.map(converted, language.equals("vi") ? "Tên" : "Name");
            run = ImportRunPage.open(window, run.id()).keepMapping(name);
            assertThat(run.everything()).contains("“" + name + "”");
            ImportRunPage next = ImportPage.open(window)
                    .upload(TestWorkbook.of(converted, "Địa chỉ").row("An", "x").save());
            assertThat(next.everything()).contains("“" + name + "”");
        }
    }

    @Test
    @Tag("full")
    void aCheckChangesNothing() {
        String word = Unique.word();
        try (Window window = Window.of(user)) {
            ImportRunPage run = ImportPage.open(window)
                    .upload(TestWorkbook.of("Tên khách hàng").row("Vũ " + word).save())
                    .check();
            assertThat(run.counts().get(0)).isEqualTo("1");
            assertThat(Db.texts("select 1 from customer where name = ?", "Vũ " + word))
                    .isEmpty();
        }
    }

    @Test
    @Tag("full")
    void aTextFileNamedXlsxIsRefusedWithAReason() throws IOException {
        Path file = Sen.output("uploads").resolve("text-" + Unique.number() + ".xlsx");
        Files.writeString(file, "Tên;Điện thoại\nLan;0912345678\n");
        try (Window window = Window.of(user)) {
            ImportPage page = ImportPage.open(window).uploadInVain(file);
            assertThat(page.everything())
                    .contains("đây không phải tệp .xlsx, .xls (Excel 97 trở lên) hay .csv, hoặc tệp đã hỏng")
                    .doesNotContain("Mã tham chiếu");
        }
    }

    @ParameterizedTest
    @Tag("full")
    @CsvSource({"360,en", "360,vi", "1280,en", "1280,vi"})
    void whateverIsWrongWithAFileItsUserIsToldWhatToDo(int width, String language) throws IOException {
        try (Window window = Window.of(width, language, "light")) {
            window.signIn(user);
            for (OddFile odd : OddFile.values()) {
                String said = ImportPage.open(window)
                        .uploadInVain(odd.file(), odd.picture())
                        .everything();
                assertThat(said).as(odd.name()).contains(language.equals("en") ? odd.english : odd.vietnamese);
            }
        }
    }

    @Test
    void aFileOverTheLimitIsToldBeforeItIsSent() throws IOException {
        Path file = Sen.output("uploads").resolve("huge-" + Unique.number() + ".xlsx");
        try (RandomAccessFile huge = new RandomAccessFile(file.toFile(), "rw")) {
            huge.setLength(201L << 20);
        }
        try (Window window = Window.of(user)) {
            ImportPage page = ImportPage.open(window).choose(file);
            assertThat(page.everything()).contains("Hãy chia nhỏ tệp");
        } finally {
            Files.delete(file);
        }
    }

    @Test
    @Tag("full")
    void theTemplateIsImportedAsItIs() {
        try (Window window = Window.of(user)) {
            ImportPage page = ImportPage.open(window);
            Path template = saved(page.downloadTemplate());
            ImportRunPage run = page.upload(template).start();
            assertThat(run.counts().get(4)).isEqualTo("0");
        }
    }

    private static Path saved(Download download) {
        Path file = Sen.output("downloads").resolve(Unique.number() + "-" + download.suggestedFilename());
        download.saveAs(file);
        return file;
    }
}
