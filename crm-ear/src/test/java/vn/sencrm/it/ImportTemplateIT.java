package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Templates of everything that can be imported: they explain themselves, offer what is coded, and can be imported. */
class ImportTemplateIT {

    private final Api api = Api.of(TestUsers.administrator());

    @ParameterizedTest
    @CsvSource({
        "customers, vi, Giải thích, 10",
        "contacts, en, Explanation, 7",
        "locations, vi, Giải thích, 1",
        "tags, en, Explanation, 1",
        "customer-statuses, vi, Giải thích, 2",
        "customer-categories, en, Explanation, 1",
        "tiers, vi, Giải thích, 1",
        "customer-sources, en, Explanation, 1"
    })
    void aTemplateExplainsItselfInTheUsersLanguageAndOffersWhatIsCoded(
            String type, String language, String explanation, int lists) throws IOException {
        try (Workbook book = WorkbookFactory.create(new ByteArrayInputStream(template(type, language)))) {
            Sheet explained = book.getSheet(explanation);
            List<String> columns = StreamSupport.stream(explained.spliterator(), false)
                    .skip(1)
                    .map(row -> row.getCell(0).getStringCellValue())
                    .toList();
            assertThat(book.getSheetAt(0).getRow(0))
                    .extracting(cell -> cell.getStringCellValue())
                    .containsExactlyElementsOf(columns);
            assertThat(book.getSheetAt(0).getDataValidations())
                    .hasSizeGreaterThanOrEqualTo(lists)
                    .allMatch(list -> !offered(book, list).isBlank());
        }
    }

    /** The first choice of a drop-down: its formula leads to a list in the book. */
    private static String offered(Workbook book, DataValidation list) {
        String[] place = list.getValidationConstraint()
                .getFormula1()
                .replaceAll("[$]|:.*", "")
                .split("!");
        var cell = new org.apache.poi.ss.util.CellReference(place[1]);
        return book.getSheet(place[0])
                .getRow(cell.getRow())
                .getCell(cell.getCol())
                .getStringCellValue();
    }

    @Test
    void thePeopleOfTheContactsTemplateBelongToTheCompanyOfTheCustomersTemplate() {
        long customers = imported("customers", "{}").getJsonNumber("id").longValue();
        assertThat(TestImports.count(imported("contacts", "{\"dryRun\":true}"), "refused"))
                .isZero();
        api.send("POST", "/import-runs/" + customers + "/undo", null, BodyPublishers.noBody());
        assertThat(TestImports.ended(api, customers).getString("state")).isEqualTo("UNDONE");
    }

    private JsonObject imported(String type, String options) {
        return TestImports.ended(api, TestImports.send(api, type, type + ".xlsx", template(type, "vi"), options));
    }

    private byte[] template(String type, String language) {
        return api.in(language).download("/import-templates/" + type + ".xlsx");
    }
}
