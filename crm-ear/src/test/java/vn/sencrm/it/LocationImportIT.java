package vn.sencrm.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import vn.sencrm.it.Api.Answer;

/** Communes from files of every kind (LOC-1). */
class LocationImportIT {

    private final Api admin = Api.of(TestUsers.administrator());

    @Test
    void theDataSetsOwnJsonIsImportedAndImportedAgainWithoutHarm() {
        String word = Unique.word();
        String province = "J" + Unique.number();
        String file =
                """
                [{"Code": "%1$s", "FullName": "Tỉnh %2$s", "Wards": [
                   {"Code": "%1$sa", "FullName": "Phường %2$s Một", "ProvinceCode": "%1$s"},
                   {"Code": "%1$sb", "FullName": "Xã %2$s Hai", "ProvinceCode": "%1$s"},
                   {"Code": "%1$sb", "FullName": "Xã Trùng", "ProvinceCode": "%1$s"},
                   {"Code": "%1$sc", "FullName": "", "ProvinceCode": "%1$s"},
                   {"Code": "%1$sd", "FullName": "Xã Lạc", "ProvinceCode": "không có"}]}]
                """
                        .formatted(province, word);
        JsonObject first = run("units.json", file, "{}");
        assertThat(first.getString("state")).isEqualTo("DONE_WITH_ERRORS");
        assertThat(TestImports.count(first, "read")).isEqualTo(6);
        assertThat(TestImports.count(first, "created")).isEqualTo(3);
        assertThat(TestImports.count(first, "refused")).isEqualTo(3);
        assertThat(admin.get("/locations", "province", province).items()).hasSize(2);
        assertThat(Db.number(
                        "select count(distinct a.entity_id) from audit_entry a join location l on l.id = a.entity_id"
                                + " where a.entity = 'location' and a.cause_id = ? and l.code = a.after ->> 'code'",
                        first.getInt("id")))
                .isEqualTo(3);

        JsonObject again = run("units.json", file, "{\"onMatch\":\"OVERWRITE\"}");
        assertThat(TestImports.count(again, "unchanged")).isEqualTo(3);
        assertThat(TestImports.count(again, "created")).isZero();
    }

    @Test
    void aTableGivesNamesOfBeforeAndCodesTheirZeros() {
        String word = Unique.word();
        JsonObject run = run(
                "communes.csv",
                "Mã,Tên,Tỉnh,Tên cũ\n%d,Xã %s,1,\"Xã Cũ %s, Huyện A; Xã Xưa %s\"\n"
                        .formatted(Unique.number() % 1000 + 1000, word, word, word),
                "{\"onMatch\":\"OVERWRITE\"}");
        assertThat(TestImports.count(run, "created") + TestImports.count(run, "updated"))
                .isEqualTo(1);
        JsonObject commune = admin.get("/locations", "q", word).items().getJsonObject(0);
        assertThat(commune.getString("code")).hasSize(5).startsWith("0");
        assertThat(commune.getString("provinceCode")).isEqualTo("01");
        assertThat(commune.getJsonArray("former")).hasSize(2);
    }

    @Test
    void whatIsNoSuchFileFailsWithItsReasonAndWhoMayNotIsTold() {
        assertThat(run("units.json", "[{\"Code\": ", "{}").getString("errorCode"))
                .isEqualTo("NOT_JSON");
        assertThat(run("units.json", "[1, 2]", "{}").getString("errorCode")).isEqualTo("NOT_JSON");
        Answer refused = TestImports.send(
                Api.of(TestUsers.create("MANAGER")),
                "locations",
                "a.json",
                "[]".getBytes(StandardCharsets.UTF_8),
                "{}");
        assertThat(refused.code()).isEqualTo("NO_RIGHT");
    }

    private JsonObject run(String name, String content, String options) {
        return TestImports.ended(
                admin, TestImports.send(admin, "locations", name, content.getBytes(StandardCharsets.UTF_8), options));
    }
}
