package vn.sencrm.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sencrm.importing.sheet.SheetFiles;
import vn.sencrm.importing.sheet.SheetReader;

class CorrectedRowsTest {

    @TempDir
    Path folder;

    @Test
    void whatWasTypedStandsInsteadOfTheFilesCells() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "Tên,SĐT\nAn,12x\nBình,\nChi,3\n");
        Map<Integer, Map<Integer, String>> corrections =
                Map.of(2, Map.of(1, "0912345678", 7, "x"), 3, Map.of(0, " "), 4, Map.of(1, ""));
        try (SheetReader rows = new CorrectedRows(SheetFiles.open(file, "a.csv"), corrections)) {
            assertThat(rows.header()).containsExactly("Tên", "SĐT");
            assertThat(rows.next().cells()).containsExactly("An", "0912345678");
            // The third row was emptied, and counts no more than any other empty one.
            assertThat(rows.next().cells()).containsExactly("Chi", null);
            assertThat(rows.next()).isNull();
        }
    }
}
