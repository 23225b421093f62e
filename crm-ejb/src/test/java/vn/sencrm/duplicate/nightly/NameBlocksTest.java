package vn.sencrm.duplicate.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.sencrm.customer.MatchReason;
import vn.sencrm.duplicate.PairSql;

class NameBlocksTest {

    private final List<String> found = new ArrayList<>();
    private NameBlocks blocks = blocks(100);

    private NameBlocks blocks(int limit) {
        return new NameBlocks(limit, rows -> new String(rows.bytes(), StandardCharsets.US_ASCII)
                .lines()
                .forEach(found::add));
    }

    @Test
    void theSameAndSimilarNamesOfOneBlockArePairsTheLowerIdFirst() {
        add(MatchReason.BIRTHDAY, "1990-01-02", 9, "le van tam");
        add(MatchReason.BIRTHDAY, "1990-01-02", 4, "le van tam");
        add(MatchReason.BIRTHDAY, "1990-01-02", 7, "le van tamm");
        add(MatchReason.BIRTHDAY, "1990-01-03", 8, "le van tam");
        blocks.finish();
        assertThat(found)
                .containsExactlyInAnyOrder(
                        pair(4, 9, MatchReason.NAME),
                        pair(7, 9, MatchReason.SIMILAR_NAME),
                        pair(4, 7, MatchReason.SIMILAR_NAME));
    }

    @Test
    void aBlockWithTooManyNamesIsTakenApartByTheLastWord() {
        blocks = blocks(3);
        add(MatchReason.BIRTHDAY, "1990-01-02", 1, "le van tam");
        add(MatchReason.BIRTHDAY, "1990-01-02", 2, "le vann tam");
        add(MatchReason.BIRTHDAY, "1990-01-02", 3, "le van hung");
        add(MatchReason.BIRTHDAY, "1990-01-02", 4, "le van hunng");
        blocks.finish();
        assertThat(found).containsExactly(pair(1, 2, MatchReason.SIMILAR_NAME));
        assertThat(blocks.tooLarge()).isEmpty();
    }

    @Test
    void aBlockThatIsTooLargeEvenSoIsToldAndPairsTheSameNames() {
        blocks = blocks(1);
        add(MatchReason.BIRTHDAY, "1990-01-02", 1, "le van tam");
        add(MatchReason.BIRTHDAY, "1990-01-02", 2, "le vann tam");
        add(MatchReason.BIRTHDAY, "1990-01-02", 3, "le van tam");
        blocks.finish();
        assertThat(found).containsExactly(pair(1, 3, MatchReason.NAME));
        assertThat(blocks.tooLarge()).containsExactly("BIRTHDAY 1990-01-02 tam");
    }

    @Test
    void ofManyWithOneNameEachIsAPairWithTheFirst() {
        for (int id = 1; id <= PairSql.DENSE + 10; id++) {
            add(MatchReason.BIRTHDAY, "1990-01-01", id, "le van tam");
        }
        blocks.finish();
        assertThat(found).hasSize(PairSql.DENSE + 9).allMatch(row -> row.startsWith("1\t"));
    }

    @Test
    void oneWithTwoAddressesInACommuneIsNoPair() {
        add(MatchReason.COMMUNE, "00001 tam", 1, "le van tam");
        add(MatchReason.COMMUNE, "00001 tam", 1, "le van tam");
        blocks.finish();
        assertThat(found).isEmpty();
    }

    private void add(MatchReason reason, String block, long id, String name) {
        blocks.add(reason, block, new NameBlocks.Person(id, 1), name);
    }

    private static String pair(long low, long high, MatchReason name) {
        return low + "\t" + high + "\t" + (MatchReason.BIRTHDAY.bit() | name.bit()) + "\t1\t1";
    }
}
