package vn.sencrm.importing.sheet;

import static vn.sencrm.common.JsonProviders.JSON;

import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A JSON file: an array of objects, each of which may hold arrays of further objects ({@code [{"Code", "FullName",
 * "Wards": [{"Code", "FullName", "ProvinceCode"}]}]}). Each object is a row, an outer one before those inside it; the
 * names of simple members are the columns. The file is read twice as a stream: for the names, then for the rows. Simple
 * members behind an array of objects are not seen, as the outer row is told when that array begins.
 */
final class JsonReader implements SheetReader {

    /** Rows inside rows, and no further: what lies deeper is passed over. */
    private static final int DEEPEST = 2;

    private final List<String> header;
    private final InputStream in;
    private final JsonParser parser;
    private Map<String, String> open = new LinkedHashMap<>();
    private int depth;
    private boolean outerIsTold;
    private int number = 1;

    JsonReader(Path file) throws IOException {
        header = header(file);
        in = open(file);
        parser = parser(in);
    }

    private JsonReader(InputStream in) throws IOException {
        this.header = List.of();
        this.in = in;
        this.parser = parser(in);
    }

    private static JsonParser parser(InputStream in) throws IOException {
        try {
            return JSON.createParser(in);
        } catch (JsonException tooShort) {
            in.close();
            throw new UnreadableFileException(tooShort, UnreadableFileException.NOT_JSON);
        }
    }

    /** Without the byte order mark, which JSON has no word for. */
    private static InputStream open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        in.mark(3);
        if (in.read() != 0xEF || in.read() != 0xBB || in.read() != 0xBF) {
            in.reset();
        }
        return in;
    }

    private static List<String> header(Path file) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        try (JsonReader reader = new JsonReader(open(file))) {
            for (Map<String, String> row = reader.read(); row != null; row = reader.read()) {
                names.addAll(row.keySet());
                if (names.size() > MAX_COLUMNS) {
                    throw new UnreadableFileException(UnreadableFileException.TOO_MANY_COLUMNS, MAX_COLUMNS);
                }
            }
        }
        if (names.isEmpty()) {
            throw new UnreadableFileException(UnreadableFileException.NO_HEADER);
        }
        return List.copyOf(names);
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public SheetRow next() {
        Map<String, String> row = read();
        while (row != null && row.values().stream().allMatch(Objects::isNull)) {
            number++;
            row = read();
        }
        if (row == null) {
            return null;
        }
        Map<String, String> found = row;
        String[] cells = IntStream.range(0, header.size())
                .mapToObj(i -> found.get(header.get(i)))
                .toArray(String[]::new);
        return new SheetRow(++number, cells);
    }

    /** The next object's simple members, null at the end. */
    private Map<String, String> read() {
        try {
            String name = null;
            while (parser.hasNext()) {
                Event event = parser.next();
                switch (event) {
                    case KEY_NAME -> name = parser.getString();
                    case START_OBJECT -> startObject();
                    case START_ARRAY -> {
                        if (startArray()) {
                            return take();
                        }
                    }
                    case END_OBJECT -> {
                        depth--;
                        if (!open.isEmpty()) {
                            return take();
                        }
                    }
                    case END_ARRAY -> {
                        // the outer object goes on
                    }
                    default -> put(name, event);
                }
            }
            return null;
        } catch (UnreadableFileException refused) {
            throw refused;
        } catch (RuntimeException broken) {
            throw new UnreadableFileException(broken, UnreadableFileException.NOT_JSON);
        }
    }

    /** An object that is a member, rather than one of an array, is no row. */
    private void startObject() {
        if (depth == DEEPEST || depth == 1 && !outerIsTold) {
            skip();
        } else {
            depth++;
            outerIsTold = outerIsTold && depth > 1;
            open = new LinkedHashMap<>();
        }
    }

    /** Whether the outer row is complete: its inner ones begin. */
    private boolean startArray() {
        if (depth == DEEPEST) {
            skip();
        }
        boolean begins = depth == 1 && !outerIsTold;
        outerIsTold = outerIsTold || begins;
        return begins && !open.isEmpty();
    }

    /** Passes over what has just begun; the parser's own way would never end where the file does. */
    private void skip() {
        int open = 1;
        while (open > 0) {
            switch (parser.next()) {
                case START_OBJECT, START_ARRAY -> open++;
                case END_OBJECT, END_ARRAY -> open--;
                default -> {
                    // of no interest
                }
            }
        }
    }

    private Map<String, String> take() {
        Map<String, String> row = open;
        open = new LinkedHashMap<>();
        return row;
    }

    private void put(String name, Event event) {
        if (depth == 0) {
            throw new UnreadableFileException(UnreadableFileException.NOT_JSON);
        }
        if (depth == 1 && outerIsTold) {
            return;
        }
        String value =
                switch (event) {
                    case VALUE_STRING, VALUE_NUMBER -> parser.getString();
                    case VALUE_TRUE -> "true";
                    case VALUE_FALSE -> "false";
                    default -> null;
                };
        boolean text = value != null && !value.isBlank();
        // No database keeps that sign.
        String kept = text ? value.replace('\0', ' ') : null;
        open.put(name, text ? kept.substring(0, Math.min(kept.length(), MAX_CELL)) : null);
    }

    @Override
    public void close() throws IOException {
        parser.close();
        in.close();
    }
}
