package vn.sencrm.common;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0912345678",
                "0912 345 678",
                "0912.345.678",
                "0912-345-678",
                "(0912) 345 678",
                "+84912345678",
                "+84 912 345 678",
                "84912345678",
                "84 0912345678",
                "(+84) 0912.345.678",
                "+84 (0) 912 345 678",
                "0084 912345678",
                "\u00a00912\u00a0345\u00a0678\u200b",
            })
    void oneNumberHasOneKeyHoweverWritten(String typed) {
        Checked<String> phone = PhoneNumber.parse(typed);
        assertThat(phone.problem()).isNull();
        assertThat(phone.warning()).isNull();
        assertThat(phone.key()).isEqualTo("+84912345678");
        assertThat(phone.value()).isEqualTo(TextFold.clean(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"912345678", "312345678", "562345678", "762345678", "812345678"})
    void theZeroThatASpreadsheetLostIsAddedAndTold(String typed) {
        Checked<String> phone = PhoneNumber.parse(typed);
        assertThat(phone.key()).isEqualTo("+84" + typed);
        assertThat(phone.warning()).isEqualTo(PhoneNumber.PHONE_ZERO_ADDED);
        assertThat(phone.value()).isEqualTo(typed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9.12E+08", "9,12E+08", "9.12345678E8", "9E+08", "9.12e+08", "8.49E+10"})
    void scientificNotationIsNeverGuessed(String typed) {
        Checked<String> phone = PhoneNumber.parse(typed);
        assertThat(phone.problem()).isEqualTo(PhoneNumber.PHONE_SCIENTIFIC);
        assertThat(phone.key()).isNull();
        assertThat(phone.value()).isEqualTo(typed);
        assertThat(PhoneNumber.split(typed)).containsExactly(typed);
    }

    @ParameterizedTest
    @CsvSource({
        "0120,070", "0121,079", "0122,077", "0126,076", "0128,078", "0123,083", "0124,084", "0125,085", "0127,081",
        "0129,082", "0162,032", "0163,033", "0164,034", "0165,035", "0166,036", "0167,037", "0168,038", "0169,039",
        "0186,056", "0188,058", "0199,059",
    })
    void elevenDigitMobileNumbersAreReadAsTodays(String old, String today) {
        String key = "+84" + today.substring(1) + "7878888";
        assertThat(PhoneNumber.parse(old + " 787 8888").key()).isEqualTo(key);
        assertThat(PhoneNumber.parse("+84" + old.substring(1) + "7878888").key())
                .isEqualTo(key);
        assertThat(PhoneNumber.parse("84" + old.substring(1) + "7878888").key()).isEqualTo(key);
        assertThat(PhoneNumber.parse(old + "7878888").value()).isEqualTo(old + "7878888");
    }

    @Test
    void tenDigitNumbersAreNeverConverted() {
        assertThat(PhoneNumber.parse("0703123456").key()).isEqualTo("+84703123456");
        assertThat(PhoneNumber.parse("0120787888").problem()).isEqualTo(PhoneNumber.BAD_PHONE);
        assertThat(PhoneNumber.parse("01301234567").problem()).isEqualTo(PhoneNumber.BAD_PHONE);
    }

    @ParameterizedTest
    @CsvSource({
        "024 3825 1234, +842438251234",
        "(028) 3822-9999, +842838229999",
        "+84 236 3821 234, +842363821234",
        "842438251234, +842438251234",
    })
    void landlinesHaveElevenDigits(String typed, String key) {
        assertThat(PhoneNumber.parse(typed).key()).isEqualTo(key);
        assertThat(PhoneNumber.parse(typed).warning()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "04 3825 1234, 02438251234",
        "+84 4 3825 1234, 02438251234",
        "0511 3821 234, 02363821234",
        "061 382 1234, 02513821234",
        "0650 3821 234, 02743821234",
        "025 382 1234, 02053821234",
    })
    void areaCodesOfBefore2017AreRefusedWithAProposal(String typed, String proposal) {
        Checked<String> phone = PhoneNumber.parse(typed);
        assertThat(phone.problem()).isEqualTo(PhoneNumber.BAD_PHONE);
        assertThat(phone.proposal()).contains(proposal);
        assertThat(PhoneNumber.parse(proposal).key()).isNotNull();
        assertThat(phone.problemAt("phones[0]"))
                .contains(new FieldProblem("phones[0]", PhoneNumber.BAD_PHONE, proposal));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "091234567",
                "09123456789",
                "0612345678x",
                "0412345",
                "123456789",
                "612345678",
                "8412345",
                "không có",
                "-",
                "+",
                "00",
                "+84",
                "0",
                "02438251",
                "0912345678 0987654321",
            })
    void whatIsNoNumberIsRefusedAsTyped(String typed) {
        Checked<String> phone = PhoneNumber.parse(typed);
        assertThat(phone.problem()).isEqualTo(PhoneNumber.BAD_PHONE);
        assertThat(phone.key()).isNull();
        assertThat(phone.value()).isEqualTo(typed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1900 1234", "18001166", "1900 545 415", "113", "1080", "+84 1900 1234"})
    void serviceAndShortNumbersStayAsTypedWithoutKey(String typed) {
        Checked<String> phone = PhoneNumber.parse(typed);
        assertThat(phone.isGood()).isTrue();
        assertThat(phone.key()).isNull();
        assertThat(phone.value()).isEqualTo(typed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0891234567", "0992345678", "0551234567", "0240 3821 234"})
    void rangesNotHandedOutAreOnlyDoubted(String typed) {
        Checked<String> phone = PhoneNumber.parse(typed);
        assertThat(phone.problem()).isNull();
        assertThat(phone.key()).startsWith("+84");
        assertThat(phone.warningAt("phones[2]")).contains(new FieldProblem("phones[2]", PhoneNumber.PHONE_UNUSUAL));
    }

    @Test
    void foreignNumbersAreReadByTheirCountrysRules() {
        assertThat(PhoneNumber.parse("+1 650 253 0000").key()).isEqualTo("+16502530000");
        assertThat(PhoneNumber.parse("001 (650) 253-0000").key()).isEqualTo("+16502530000");
        assertThat(PhoneNumber.parse("+49 030 123456").key()).isEqualTo("+4930123456");
        assertThat(PhoneNumber.parse("+1 650").problem()).isEqualTo(PhoneNumber.BAD_PHONE);
        assertThat(PhoneNumber.parse("+999 12345678").problem()).isEqualTo(PhoneNumber.BAD_PHONE);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "\u200b"})
    void nothingTypedIsNoProblem(String typed) {
        assertThat(PhoneNumber.parse(typed)).isEqualTo(Checked.nothing());
    }

    @Test
    void severalNumbersInOneCellAreSplit() {
        assertThat(PhoneNumber.split("0912345678; 0987 654 321,024 3825 1234/1900 1234|113\r\n0909090909;;"))
                .containsExactly("0912345678", "0987 654 321", "024 3825 1234", "1900 1234", "113", "0909090909");
        assertThat(PhoneNumber.split(null)).isEmpty();
        assertThat(PhoneNumber.split(" ; ")).isEmpty();
    }

    @Test
    void tooLongATextIsNotRead() {
        assertThat(PhoneNumber.parse("0".repeat(41)).problemAt("phones[0]"))
                .contains(new FieldProblem("phones[0]", Checked.TOO_LONG, "40"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0912 345 678", "+84 912.345.678", "84912345678", "912345678", "0084912345678"})
    void aSearchForAWholeNumberAsksForItsKey(String query) {
        assertThat(PhoneNumber.searchKey(query)).isEqualTo("+84912345678");
        assertThat(PhoneNumber.suffixDigits(query)).isEqualTo("84912345678");
    }

    @Test
    void aSearchMayGiveTheLastOrTheFirstDigits() {
        assertThat(PhoneNumber.suffixDigits("5 678")).isEqualTo("5678");
        assertThat(PhoneNumber.searchKey("345678")).isNull();
        assertThat(PhoneNumber.suffixDigits("678")).isNull();
        assertThat(PhoneNumber.suffixDigits("Lan 0912345678")).isNull();
        assertThat(PhoneNumber.suffixDigits(null)).isNull();
        assertThat(PhoneNumber.searchPrefix("0912 3")).isEqualTo("+849123");
        assertThat(PhoneNumber.searchPrefix("+84 912")).isEqualTo("+84912");
        assertThat(PhoneNumber.searchPrefix("024")).isEqualTo("+8424");
        assertThat(PhoneNumber.searchPrefix("5678")).isNull();
        assertThat(PhoneNumber.searchKey("04 3825 1234")).isEqualTo("+842438251234");
        assertThat(PhoneNumber.searchKey("0169 933 3999")).isEqualTo("+84399333999");
    }

    @Test
    void theTableOfRangesSaysWhatLibphonenumberSays() {
        Random random = new Random(11);
        PhoneNumberUtil util = PhoneNumberUtil.getInstance();
        for (int i = 0; i < 20_000; i++) {
            boolean landline = random.nextBoolean();
            String digits = landline
                    ? "2" + String.format("%09d", random.nextInt(1_000_000_000))
                    : "35789".charAt(random.nextInt(5)) + String.format("%08d", random.nextInt(100_000_000));
            boolean valid = util.isValidNumber(
                    new Phonenumber.PhoneNumber().setCountryCode(84).setNationalNumber(Long.parseLong(digits)));
            Checked<String> phone = PhoneNumber.parse("0" + digits);
            assertThat(phone.warning() == null).as(digits).isEqualTo(valid);
            assertThat(phone.key()).isEqualTo("+84" + digits);
        }
    }
}
