package vn.sencrm.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** E-mail addresses, tax codes, citizen ids, dates and websites: what is read, refused and doubted. */
class ValuesTest {

    @ParameterizedTest
    @CsvSource({
        "lan@example.com, lan@example.com",
        "' Lan.Nguyen+CRM@Example.COM.VN ', lan.nguyen+crm@example.com.vn",
        "a@b.vn, a@b.vn",
        "hoa@tênmiền.vn, hoa@xn--tnmin-hsa0954c.vn",
        "o'neil_1@mail-1.example.vn, o'neil_1@mail-1.example.vn",
    })
    void anEmailAddressIsComparedInLowerCaseAndAscii(String typed, String key) {
        Checked<String> email = EmailAddress.parse(typed);
        assertThat(email.problem()).isNull();
        assertThat(email.key()).isEqualTo(key);
        assertThat(email.value()).isEqualTo(typed.trim());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lan",
                "lan@",
                "@example.com",
                "lan@example",
                "lan@@example.com",
                "lan nguyen@example.com",
                "lan@exam ple.com",
                "lan..n@example.com",
                ".lan@example.com",
                "lan.@example.com",
                "lan@-example.com",
                "lan@example..com",
                "lan@example.com.",
                "lan@1.2.3.4",
                "Lan <lan@example.com>",
                "lân@example.com",
                "lan@example.com\u0007,b@c.vn",
                "lan@example.c",
            })
    void whatIsNoEmailAddressIsRefused(String typed) {
        Checked<String> email = EmailAddress.parse(typed);
        assertThat(email.problem()).isEqualTo(EmailAddress.BAD_EMAIL);
        assertThat(email.key()).isNull();
        assertThat(email.value()).isEqualTo(TextFold.clean(typed));
    }

    @Test
    void anEmailAddressHasALimitedLength() {
        assertThat(EmailAddress.parse("a".repeat(250) + "@b.vn").problem()).isEqualTo(Checked.TOO_LONG);
        assertThat(EmailAddress.parse("a".repeat(65) + "@b.vn").problem()).isEqualTo(EmailAddress.BAD_EMAIL);
    }

    @ParameterizedTest
    @CsvSource({
        "0100233488, 0100233488",
        "0100 233 488, 0100233488",
        "0314409058-002, 0314409058-002",
        "0314409058 - 002, 0314409058-002",
        "0312687878001, 0312687878-001",
        "0100112437, 0100112437",
        "0101243150, 0101243150",
        "0100109106, 0100109106",
        "079099012345, 079099012345",
    })
    void aTaxCodeHasTenThirteenOrTwelveDigits(String typed, String code) {
        assertThat(TaxCode.parse(typed)).isEqualTo(Checked.good(code, code));
    }

    @Test
    void aWrongCheckDigitIsOnlyDoubted() {
        assertThat(TaxCode.parse("0100233480"))
                .isEqualTo(Checked.doubtful("0100233480", "0100233480", TaxCode.TAX_CHECKSUM));
        assertThat(TaxCode.parse("0100233480-001").warning()).isEqualTo(TaxCode.TAX_CHECKSUM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01002334",
                "01002334881",
                "0100233488-000",
                "0100233488-01",
                "010023348-8001",
                "0100233488--01",
                "010023348A",
                "0100000000-1",
                "0100000000",
                "1.00E+09",
                "MST",
            })
    void aTaxCodeOfAnotherShapeIsRefused(String typed) {
        Checked<String> code = TaxCode.parse(typed);
        assertThat(code.problem()).isEqualTo(TaxCode.BAD_TAX_CODE);
        assertThat(code.value()).isEqualTo(typed);
    }

    @Test
    void theZeroThatASpreadsheetLostIsProposed() {
        assertThat(TaxCode.parse("100233488").proposal()).contains("0100233488");
        assertThat(TaxCode.parse("100233480").proposal()).isEmpty();
        assertThat(CitizenId.parse("79099012345").proposal()).contains("079099012345");
    }

    @Test
    void aTaxCodeOfTwelveDigitsIsACitizenId() {
        assertThat(TaxCode.isCitizenId(TaxCode.parse("079099012345").key())).isTrue();
        assertThat(TaxCode.isCitizenId(TaxCode.parse("0100233488").key())).isFalse();
        assertThat(TaxCode.isCitizenId(TaxCode.parse("0314409058-002").key())).isFalse();
    }

    @Test
    void onlyTheTwelveDigitCitizenIdIsAKey() {
        assertThat(CitizenId.parse("079 099 012 345")).isEqualTo(Checked.good("079099012345", "079099012345"));
        assertThat(CitizenId.parse("023456789")).isEqualTo(Checked.good("023456789", null));
        assertThat(CitizenId.parse("079-099012345").problem()).isEqualTo(CitizenId.BAD_CITIZEN_ID);
        assertThat(CitizenId.parse("0790990123456").problem()).isEqualTo(CitizenId.BAD_CITIZEN_ID);
        assertThat(CitizenId.parse("7.91E+10").problem()).isEqualTo(CitizenId.BAD_CITIZEN_ID);
    }

    @Test
    void aCitizenIdIsMaskedButForItsEnds() {
        assertThat(CitizenId.masked("079099012345")).isEqualTo("079*******45");
        assertThat(CitizenId.masked(null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"05/03/1990", "5/3/1990", "1990-03-05", "05-03-1990", "05.03.1990", " 5.3.1990 "})
    void aDateIsReadDayFirstOrYearFirst(String typed) {
        LocalDate date = LocalDate.of(1990, 3, 5);
        assertThat(LocalDates.parse(typed)).isEqualTo(Checked.good(date, "1990-03-05"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "31/02/2020",
                "29/02/2023",
                "13/13/2020",
                "12/31/2020",
                "05/03/90",
                "1849-12-31",
                "2201-01-01",
                "05/03-1990",
                "1990/03/05",
                "0/1/2020",
                "5 3 1990",
                "33000",
                "hôm qua",
                "05/03/1990/1",
                "--",
                "2020-1-",
            })
    void whatIsNoDateIsRefusedWithWhatWasTyped(String typed) {
        assertThat(LocalDates.parse(typed).problemAt("birthday"))
                .contains(new FieldProblem("birthday", LocalDates.BAD_DATE, typed));
    }

    @Test
    void theTwentyNinthOfFebruaryExistsInLeapYears() {
        assertThat(LocalDates.parse("29/02/2024").value()).isEqualTo(LocalDate.of(2024, 2, 29));
    }

    @ParameterizedTest
    @CsvSource({
        "example.com, https://example.com",
        "HTTP://Example.com/Trang?a=1#b, http://example.com/Trang?a=1#b",
        "https://tênmiền.vn/giới-thiệu, https://xn--tnmin-hsa0954c.vn/giới-thiệu",
        "example.com:8080/x, https://example.com:8080/x",
        "http://intranet/x, http://intranet/x",
        "http://192.168.1.10, http://192.168.1.10",
        "facebook.com/hoasen:shop, https://facebook.com/hoasen:shop",
    })
    void aWebsiteBecomesALink(String typed, String link) {
        assertThat(Website.parse(typed)).isEqualTo(Checked.good(typed, link));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JavaScript://example.com/%0aalert(1)",
                "java\u0000script:alert(1)",
                "data:text/html,x",
                "ftp://example.com",
                "//example.com",
                "/x",
                "hoasen",
                "http://",
                "http://user@example.com",
                "https://example.com:99999",
                "https://exa mple.com",
                "https://example.com/\"onclick=",
                "https://example.com/<script>",
                "mailto:lan@example.com",
            })
    void anythingButAWebAddressIsRefused(String typed) {
        assertThat(Website.parse(typed).problem()).isEqualTo(Website.BAD_URL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u200b"})
    void nothingTypedIsNoProblem(String typed) {
        assertThat(EmailAddress.parse(typed)).isEqualTo(Checked.nothing());
        assertThat(TaxCode.parse(typed)).isEqualTo(Checked.nothing());
        assertThat(CitizenId.parse(typed)).isEqualTo(Checked.nothing());
        assertThat(LocalDates.parse(typed)).isEqualTo(Checked.nothing());
        assertThat(Website.parse(typed)).isEqualTo(Checked.nothing());
        assertThat(Website.parse(null)).isEqualTo(Checked.nothing());
    }
}
