package vn.sencrm.importing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** How columns are mapped to fields: guessed from their headers, or checked as the user said. */
final class ImportMapping {

    /** Columns whose header begins so are our own remarks (error workbook) and are never imported. */
    private static final String OWN = "_";

    private ImportMapping() {}

    /**
     * The headers made unlike each other, as they are shown and mapped: a repeated one gets a number ("Điện thoại (2)"),
     * one without text its column's letter ("[C]").
     */
    static List<String> distinct(List<String> titles) {
        Set<String> used = new HashSet<>();
        List<String> headers = new ArrayList<>(titles.size());
        for (int i = 0; i < titles.size(); i++) {
            String title = titles.get(i).isBlank() ? "[" + letters(i) + "]" : titles.get(i);
            String header = title;
            for (int n = 2; !used.add(header); n++) {
                header = title + " (" + n + ")";
            }
            headers.add(header);
        }
        return List.copyOf(headers);
    }

    private static String letters(int column) {
        String last = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? last : letters(column / 26 - 1) + last;
    }

    /** The first header that means a field gets it; further ones too where several columns may feed it. */
    static Map<String, String> guess(List<String> headers, List<ImportField> fields) {
        Map<String, String> mapping = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        for (String header : headers) {
            if (header.startsWith(OWN)) {
                continue;
            }
            for (ImportField field : fields) {
                if (means(header, field) && (field.many() || !taken.contains(field.name()))) {
                    mapping.put(header, field.name());
                    taken.add(field.name());
                    break;
                }
            }
        }
        return mapping;
    }

    /** Whether a text is a title that means a field, or one that was mapped by hand. */
    static Predicate<String> knows(List<ImportField> fields, Map<String, String> mapping) {
        return title -> mapping.containsKey(title) || fields.stream().anyMatch(field -> means(title, field));
    }

    private static boolean means(String header, ImportField field) {
        String fold = ColumnNames.fold(header);
        String withoutNumber = fold.replaceAll(" ?\\d+$", "");
        return field.aliases().contains(fold)
                || field.name().equals(header)
                || field.many() && field.aliases().contains(withoutNumber);
    }

    /** A mapping of other files as far as its fields still exist. */
    static Map<String, String> known(Map<String, String> mapping, List<ImportField> fields) {
        Set<String> names = fields.stream().map(ImportField::name).collect(Collectors.toSet());
        Map<String, String> known = new LinkedHashMap<>(mapping);
        known.values().retainAll(names);
        return known;
    }

    /**
     * The mapping as it will be used: only known headers and fields, none for our own columns.
     *
     * @throws ImportRefusedException UNKNOWN_IMPORT_FIELD, or DUPLICATE_MAPPING when two columns feed a single value
     */
    static Map<String, String> checked(Map<String, String> wanted, List<String> headers, List<ImportField> fields) {
        Map<String, String> mapping = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        for (String header : headers) {
            String name = wanted.get(header);
            if (name == null || name.isBlank() || header.startsWith(OWN)) {
                continue;
            }
            ImportField field = fields.stream()
                    .filter(candidate -> candidate.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new ImportRefusedException("UNKNOWN_IMPORT_FIELD", name));
            if (!taken.add(name) && !field.many()) {
                throw new ImportRefusedException("DUPLICATE_MAPPING", header);
            }
            mapping.put(header, name);
        }
        return mapping;
    }
}
