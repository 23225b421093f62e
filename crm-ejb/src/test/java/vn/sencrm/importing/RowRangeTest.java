package vn.sencrm.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RowRangeTest {

    @Test
    void aWholeFileIsCutIntoPieces() {
        assertThat(RowRange.remaining(25, List.of(), 10))
                .containsExactly(new RowRange(0, 10), new RowRange(10, 20), new RowRange(20, 25));
    }

    @Test
    void whatIsDoneIsLeftOutWhateverItsSize() {
        List<RowRange> done = List.of(new RowRange(10, 17), new RowRange(20, 25));
        assertThat(RowRange.remaining(30, done, 10))
                .containsExactly(new RowRange(0, 10), new RowRange(17, 20), new RowRange(25, 30));
    }

    @Test
    void nothingRemainsOfAFileThatIsDone() {
        assertThat(RowRange.remaining(9, List.of(new RowRange(0, 10)), 10)).isEmpty();
        assertThat(RowRange.remaining(0, List.of(), 10)).isEmpty();
    }
}
