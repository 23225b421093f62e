package vn.sencrm.importing.sheet;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Finds out whether the first rows of a file have text from before Unicode. */
final class LegacySuspicion {

    /** So many words more that make sense when converted than words that never do. */
    private static final int ENOUGH = 3;

    private static final int EXAMPLES = 4;
    private static final int EXAMPLE_LENGTH = 80;

    private LegacySuspicion() {}

    /** @param fonts the kinds of which the file has fonts: then a single word is enough */
    static LegacyText of(List<SheetRow> rows, Set<LegacyText> fonts) {
        LegacyText suspected = null;
        int most = 0;
        for (LegacyText kind : List.of(LegacyText.TCVN3, LegacyText.VNI)) {
            int evidence = cells(rows).mapToInt(kind::evidence).sum();
            if (evidence > most && evidence >= (fonts.contains(kind) ? 1 : ENOUGH)) {
                suspected = kind;
                most = evidence;
            }
        }
        return suspected;
    }

    /** Some texts with what they would be. */
    static Map<String, String> examples(List<SheetRow> rows, LegacyText kind) {
        Map<String, String> examples = new LinkedHashMap<>();
        cells(rows)
                .filter(cell -> cell.length() <= EXAMPLE_LENGTH && kind.evidence(cell) > 0)
                .distinct()
                .limit(EXAMPLES)
                .forEach(cell -> examples.put(cell, kind.convert(cell)));
        return examples;
    }

    private static Stream<String> cells(List<SheetRow> rows) {
        return rows.stream().flatMap(row -> Stream.of(row.cells())).filter(Objects::nonNull);
    }
}
