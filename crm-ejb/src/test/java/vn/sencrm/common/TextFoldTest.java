package vn.sencrm.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sencrm.common.TextFold.Word;

class TextFoldTest {

    private static final String LETTERS =
            "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ ";

    @ParameterizedTest
    @CsvSource({
        "Nguyễn Văn Á, nguyen van a",
        "Nguyễn Đức Hoàng Ưng, nguyen duc hoang ung",
        "'  ĐẶNG \u00a0 Thị\tBé ', dang thi be",
        "Hoà Bình, hoa binh",
        "Hòa Bình, hoa binh",
        "Kỳ, ki",
        "Kì, ki",
        "Quý, qui",
        "Quí, qui",
        "Thúy, thuy",
        "Thúi, thui",
        "Huy, huy",
        "Hui, hui",
        "Quyên, quyen",
        "Mỹ Lý, mi li",
        "Như Ý, nhu y",
        "Vy, vy",
        "Công ty TNHH Kỹ Nghệ, cong ti tnhh ki nghe",
        "Ðặng, dang",
        "Nguyễn Hoàng Anh, nguyen hoang anh",
        "100% _thật_, 100% _that_",
    })
    void foldingKeepsEveryWordAndForgetsMarks(String typed, String folded) {
        assertThat(TextFold.fold(typed)).isEqualTo(folded);
    }

    @Test
    void decomposedHalfDecomposedAndComposedTextFoldAlike() {
        String name = "Nguyễn Thị Quý Đường Ơ";
        String halfDecomposed = "Ti\u00ea\u0301n";
        assertThat(TextFold.fold(Normalizer.normalize(name, Normalizer.Form.NFD)))
                .isEqualTo(TextFold.fold(name));
        assertThat(TextFold.fold(halfDecomposed)).isEqualTo("tien");
    }

    @Test
    void foldingAgreesWithTheNormaliserForAnyVietnameseText() {
        Random random = new Random(7);
        for (int i = 0; i < 5_000; i++) {
            String text = randomText(random);
            String expected = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                    .replaceAll("\\p{M}", "")
                    .replace('đ', 'd')
                    .strip()
                    .replaceAll(" +", " ")
                    .replaceAll("(?<=[hklmst]|qu)y(?= |$)", "i");
            assertThat(TextFold.fold(text)).isEqualTo(expected);
            assertThat(TextFold.fold(TextFold.fold(text))).isEqualTo(expected);
        }
    }

    @Test
    void otherScriptsKeepTheirLetters() {
        assertThat(TextFold.fold("Ёлка 東京 Müller")).isEqualTo("елка 東京 muller");
        assertThat(TextFold.fold("Quý 東京")).isEqualTo("qui 東京");
        assertThat(TextFold.fold("Nguyễn 😀 Ly")).isEqualTo("nguyen 😀 li");
        assertThat(TextFold.fold("Đức\u200b – Ngọc\uFEFF")).isEqualTo("duc – ngoc");
    }

    @Test
    void cleaningComposesTrimsAndDropsWhatCannotBeSeen() {
        assertThat(TextFold.clean("\uFEFF  Nguye\u0302\u0303n\u00a0\u00a0Va\u0306n\u200b  A \r\n"))
                .isEqualTo("Nguyễn Văn A");
        assertThat(TextFold.clean("a\u0000b\uD800c")).isEqualTo("abc");
        assertThat(TextFold.clean("😀 Lan")).isEqualTo("😀 Lan");
        assertThat(TextFold.clean("   ")).isEmpty();
        assertThat(TextFold.clean(null)).isNull();
    }

    @Test
    void cleanTextIsGivenBackAsItIs() {
        String name = "Nguyễn Văn Đức 0912";
        assertThat(TextFold.clean(name)).isSameAs(name);
    }

    @Test
    void linesStayWhereTheyWereTyped() {
        assertThat(TextFold.cleanLines(" một \r\n hai\u00a0 \n\n\n\nba\n")).isEqualTo("một\nhai\n\nba");
        assertThat(TextFold.cleanLines("một  dòng")).isEqualTo("một dòng");
        assertThat(TextFold.cleanLines(null)).isNull();
    }

    @Test
    void aWordOfAQueryMayBeUnfinished() {
        assertThat(TextFold.queryWords("quy")).containsExactly(new Word("quy", "qui"));
        assertThat(TextFold.queryWords("quí")).containsExactly(new Word("qui", null));
        assertThat(TextFold.queryWords("Thúy Vy")).containsExactly(new Word("thuy", null), new Word("vy", null));
    }

    @Test
    void queryWordsComeFoldedWithoutRepeatsAndAreAtMostTen() {
        assertThat(TextFold.queryWords("  Nguyễn, “Văn”  Đức nguyen "))
                .extracting(Word::part)
                .containsExactly("nguyen", "van", "duc");
        assertThat(TextFold.queryWords("a b c d e f g h i k l m n")).hasSize(TextFold.MAX_WORDS);
        assertThat(TextFold.queryWords(null)).isEmpty();
        assertThat(TextFold.queryWords(" ,; ")).isEqualTo(List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"50%", "a_b", "c:\\d"})
    void wildcardsInAQueryStandForThemselves(String typed) {
        assertThat(TextFold.likePattern(typed)).isEqualTo(typed.replaceAll("([%_\\\\])", "\\\\$1"));
    }

    private static String randomText(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(24); i > 0; i--) {
            String letter = String.valueOf(LETTERS.charAt(random.nextInt(LETTERS.length())));
            text.append(random.nextBoolean() ? letter.toUpperCase(Locale.ROOT) : letter);
        }
        return text.toString();
    }
}
