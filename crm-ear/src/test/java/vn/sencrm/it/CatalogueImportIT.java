package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Entries of catalogues from files: the same verdicts, errors and history as customers have. */
class CatalogueImportIT {

    private final Api api = Api.of(TestUsers.administrator());
    private final String code = Unique.word().toUpperCase();

    @ParameterizedTest
    @ValueSource(strings = {"customer-statuses", "customer-categories", "tiers", "customer-sources"})
    void entriesOfEveryCatalogueAreImportedInOneWay(String catalogue) {
        JsonObject run = importOf(catalogue, "Mã,Tên,Tên tiếng Anh,Màu\n" + code + ",Một,One,teal\n", "{}");
        assertThat(TestImports.count(run, "created")).isEqualTo(1);
        JsonObject entry = entry(catalogue);
        assertThat(entry.getString("nameVi")).isEqualTo("Một");
        assertThat(entry.getString("nameEn")).isEqualTo("One");
        assertThat(entry.getString("colour")).isEqualTo("teal");
    }

    @Test
    void aKnownCodeIsSkippedOrOverwrittenByItsNonEmptyCells() {
        importOf("tiers", "Mã,Tên,Giảm giá (%)\n" + code + ",Một,5\n", "{}");
        String csv = "Mã,Tên,Tên tiếng Anh,Giảm giá (%)\n" + code.toLowerCase() + ",Hai,,\"7,5\"\n";
        assertThat(TestImports.count(importOf("tiers", csv, "{}"), "skipped")).isEqualTo(1);
        assertThat(TestImports.count(importOf("tiers", csv, "{\"onMatch\":\"OVERWRITE\"}"), "updated"))
                .isEqualTo(1);
        assertThat(TestImports.count(importOf("tiers", csv, "{\"onMatch\":\"OVERWRITE\"}"), "unchanged"))
                .isEqualTo(1);
        JsonObject tier = entry("tiers");
        assertThat(tier.getString("nameVi")).isEqualTo("Hai");
        assertThat(tier.getString("nameEn")).isEqualTo("Một");
        assertThat(tier.getJsonNumber("discountPercent").doubleValue()).isEqualTo(7.5);
        assertThat(Db.texts(
                        "select action || ' ' || (after ->> 'nameVi') from audit_entry"
                                + " where cause = 'IMPORT' and entity = 'customer_tier' and entity_id = ? order by at",
                        tier.getJsonNumber("id").longValue()))
                .containsExactly("CREATE Một", "UPDATE Hai");
    }

    @Test
    void badRowsNeverStopTheOthersAndEachSaysWhy() {
        JsonObject run = importOf(
                "tiers",
                "Mã,Tên,Màu,Giảm giá (%)\n" + code + ",Một,,5\n" + code + ",Hai,,5\n" + code + "-3,,,5\n" + code
                        + "-4,Bốn,tím,5\n" + code + "-5,Năm,,101\n" + code + "-6,Sáu,,nhiều\n",
                "{}");
        assertThat(TestImports.count(run, "created")).isEqualTo(1);
        assertThat(Db.texts(
                        "select error_code || ' ' || error_field from import_verdict where run_id = ?"
                                + " and verdict = 'REFUSE' order by row_no",
                        run.getJsonNumber("id").longValue()))
                .containsExactly(
                        "DUP_IN_FILE code",
                        "REQUIRED nameVi",
                        "UNKNOWN_OPTION colour",
                        "OUT_OF_RANGE discountPercent",
                        "BAD_VALUE discountPercent");
    }

    @Test
    void anEntryWithoutACodeGetsOneOfItsName() {
        String word = Unique.word();
        importOf("customer-sources", "Tên\nHội chợ " + word + "\n", "{}");
        assertThat(entries("customer-sources"))
                .extracting(entry -> entry.getString("code"))
                .contains("HOI_CHO_" + word.toUpperCase());
    }

    @Test
    void tagsAreImportedLikeCatalogues() {
        String word = Unique.word();
        String csv = "Tên nhãn,Dùng chung\nQuen " + word + ",Có\nRiêng " + word + ",\nquen " + word + ",\n\"a;b\",\n\"x"
                + word + "\",lạ\n";
        JsonObject run = importOf("tags", csv, "{}");
        assertThat(TestImports.count(run, "created")).isEqualTo(2);
        assertThat(Db.texts(
                        "select error_code || ' ' || error_field from import_verdict where run_id = ?"
                                + " and verdict = 'REFUSE' order by row_no",
                        run.getJsonNumber("id").longValue()))
                .containsExactly("DUP_IN_FILE tag.name", "BAD_VALUE tag.name", "UNKNOWN_OPTION tag.shared");
        assertThat(tags(word)).containsExactly("Quen " + word + " true", "Riêng " + word + " false");
        String again = "Tên nhãn,Dùng chung\nQUEN " + word + ",\nRiêng " + word + ",x\n";
        assertThat(TestImports.count(importOf("tags", again, "{}"), "skipped")).isEqualTo(2);
        assertThat(TestImports.count(importOf("tags", again, "{\"onMatch\":\"OVERWRITE\"}"), "updated"))
                .isEqualTo(2);
        assertThat(TestImports.count(importOf("tags", again, "{\"onMatch\":\"OVERWRITE\"}"), "unchanged"))
                .isEqualTo(2);
        assertThat(tags(word)).containsExactly("QUEN " + word + " true", "Riêng " + word + " true");
        assertThat(api.get("/import-templates/tags.xlsx").status()).isEqualTo(200);
    }

    private List<String> tags(String word) {
        return Db.texts(
                "select name || ' ' || (owner_id is null) from tag where name_fold like ? order by name_fold",
                "%" + word.toLowerCase() + "%");
    }

    @Test
    void theTemplateOfACatalogueCanBeDownloaded() {
        assertThat(api.get("/import-templates/tiers.xlsx").status()).isEqualTo(200);
    }

    @Test
    void whoMayNotConfigureImportsNoCatalogue() {
        Api other = Api.of(TestUsers.create("MANAGER"));
        assertThat(TestImports.send(
                                other, "tiers", "a.csv", ("Tên\n" + code + "\n").getBytes(StandardCharsets.UTF_8), "{}")
                        .status())
                .isEqualTo(403);
    }

    private JsonObject importOf(String catalogue, String csv, String options) {
        return TestImports.ended(
                api, TestImports.send(api, catalogue, "danh-muc.csv", csv.getBytes(StandardCharsets.UTF_8), options));
    }

    private List<JsonObject> entries(String catalogue) {
        return api.get("/" + catalogue).items().getValuesAs(JsonObject.class);
    }

    private JsonObject entry(String catalogue) {
        return entries(catalogue).stream()
                .filter(entry -> entry.getString("code").equals(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError(code));
    }
}
