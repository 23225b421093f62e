package vn.sencrm.duplicate.nightly;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import vn.sencrm.customer.MatchReason;
import vn.sencrm.duplicate.ComparedName;
import vn.sencrm.duplicate.PairSql;

/**
 * Compares the names of those who share something, block by block as they come. Memory holds one block. A block with too many names is taken apart by their last
 * words; one that is too large even so pairs the same names only, and is told of.
 */
final class NameBlocks {

    /** Somebody in a block, at the version that was read. */
    record Person(long id, int version) {}

    private final int limit;
    private final Consumer<FoundRows> sink;
    private final List<String> tooLarge = new ArrayList<>();
    private final Map<String, List<Person>> block = new HashMap<>();
    private FoundRows rows = new FoundRows();
    private MatchReason reason;
    private String name = "";

    NameBlocks(int limit, Consumer<FoundRows> sink) {
        this.limit = limit;
        this.sink = sink;
    }

    /** The blocks in which not all names were compared. */
    List<String> tooLarge() {
        return tooLarge;
    }

    /** Takes the next person; those of one block come one after the other. */
    void add(MatchReason why, String blockName, Person person, String key) {
        if (why != reason || !blockName.equals(name)) {
            compare();
            reason = why;
            name = blockName;
        }
        block.computeIfAbsent(key, one -> new ArrayList<>(1)).add(person);
    }

    void finish() {
        compare();
        sink.accept(rows);
        rows = new FoundRows();
    }

    private void compare() {
        block.values().forEach(this::pairSame);
        List<ComparedName> names =
                block.keySet().stream().map(ComparedName::new).toList();
        if (names.size() <= limit) {
            pairSimilar(names);
        } else {
            byLastWord(names).forEach(this::pairPart);
        }
        block.clear();
        if (rows.isFull()) {
            sink.accept(rows);
            rows = new FoundRows();
        }
    }

    private static Map<String, List<ComparedName>> byLastWord(List<ComparedName> names) {
        Map<String, List<ComparedName>> parts = new TreeMap<>();
        names.forEach(one ->
                parts.computeIfAbsent(one.lastWord(), word -> new ArrayList<>()).add(one));
        return parts;
    }

    private void pairPart(String lastWord, List<ComparedName> names) {
        if (names.size() <= limit) {
            pairSimilar(names);
        } else {
            tooLarge.add(reason + " " + name + " " + lastWord);
        }
    }

    /** Of many with one name each makes a pair with the first only, as with keys. */
    private void pairSame(List<Person> same) {
        int from = same.size() > PairSql.DENSE ? 1 : same.size();
        if (same.size() > PairSql.DENSE) {
            same.sort((one, other) -> Long.compare(one.id(), other.id()));
        }
        for (int i = 0; i < from; i++) {
            for (int j = i + 1; j < same.size(); j++) {
                rows.add(same.get(i), same.get(j), reason.bit() | MatchReason.NAME.bit());
            }
        }
    }

    private void pairSimilar(List<ComparedName> names) {
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1; j < names.size(); j++) {
                if (names.get(i).isSimilar(names.get(j))) {
                    pairEach(
                            block.get(names.get(i).key()),
                            block.get(names.get(j).key()));
                }
            }
        }
    }

    /** Of names that many have, the first of each stand for the others, with whom they make pairs already. */
    private void pairEach(List<Person> some, List<Person> others) {
        boolean many = some.size() > PairSql.DENSE || others.size() > PairSql.DENSE;
        List<Person> left = many ? some.subList(0, 1) : some;
        List<Person> right = many ? others.subList(0, 1) : others;
        left.forEach(
                one -> right.forEach(other -> rows.add(one, other, reason.bit() | MatchReason.SIMILAR_NAME.bit())));
    }
}
