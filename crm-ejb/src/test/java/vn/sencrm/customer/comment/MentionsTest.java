package vn.sencrm.customer.comment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whom a comment names. */
class MentionsTest {

    @Test
    void namesStandBehindAnAtSignThatIsNoPartOfAWord() {
        assertThat(Mentions.in("@Lan hỏi @minh.tran, và (@hoà)! Thư: lan@example.vn @@x"))
                .containsExactlyInAnyOrder("lan", "minh.tran", "hoà");
    }

    @Test
    void aFullStopAtTheEndIsNoPartOfAName() {
        assertThat(Mentions.in("Nhờ @lan.")).containsExactly("lan");
    }

    @Test
    void moreThanTwentyNamesAreOnlyText() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 50; i++) {
            text.append("@user").append(i).append(' ');
        }
        assertThat(Mentions.in(text.toString())).hasSize(Mentions.MOST);
    }

    @Test
    void piecesMakeTheWholeTextAgain() {
        String text = "Chào @Lan, @nobody và @lan.";
        var parts = Mentions.parts(text, Map.of("lan", "Nguyễn Lan"));
        assertThat(String.join("", parts.stream().map(Comment.Part::text).toList()))
                .isEqualTo(text);
        assertThat(parts.stream().filter(part -> part.userName() != null).map(Comment.Part::text))
                .containsExactly("@Lan", "@lan");
    }
}
