package vn.sencrm.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import vn.sencrm.common.TextFold;

/** The headers by which files name a field, from a resource of this package: {@code field = name, name, …}. */
final class ColumnNames {

    private final Properties names = new Properties();

    ColumnNames(String resource) {
        try (InputStream in = ColumnNames.class.getResourceAsStream(resource)) {
            names.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of a field, folded as headers are. */
    Set<String> of(String field) {
        return Arrays.stream(names.getProperty(field, "").split(","))
                .map(ColumnNames::fold)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A header without case, marks, punctuation and what stands in parentheses or behind a star. */
    static String fold(String header) {
        String plain = TextFold.fold(TextFold.clean(header)).replaceAll("\\([^)]*\\)", " ");
        return plain.replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
