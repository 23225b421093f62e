package vn.sencrm.common;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;

/**
 * Where a page of a list ended: the sort values of its last row (of its first, for {@link Direction#PREVIOUS}), down to
 * the tie-breaker. Written out it is opaque, safe in a URL, and bound to the filter and sort it belongs to. It may have
 * been forged, so read values with the typed accessors; they only ever become parameters.
 *
 * @param values longs, strings, instants, dates, or null
 */
public record Cursor(Direction direction, List<Object> values) {

    /** Which way the list goes on from here. */
    public enum Direction {
        NEXT,
        PREVIOUS
    }

    private static final int FORMAT = 1;
    private static final int MAX_TEXT = 2_000;
    private static final int MAX_VALUES = 8;
    private static final int BINDING_BYTES = 9;

    public Cursor {
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    /** The place after a row with these sort values. */
    public static Cursor after(Object... values) {
        return new Cursor(Direction.NEXT, Arrays.asList(values));
    }

    /** The place before a row with these sort values. */
    public static Cursor before(Object... values) {
        return new Cursor(Direction.PREVIOUS, Arrays.asList(values));
    }

    /**
     * Writes the cursor out.
     *
     * @param binding whatever the cursor must agree with when it comes back, such as filter, search text and sort
     */
    public String encode(String... binding) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeByte(FORMAT);
            out.write(digest(binding));
            out.writeByte(direction.ordinal());
            out.writeByte(values.size());
            for (Object value : values) {
                write(out, value);
            }
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads what {@link #encode} wrote with the same binding; anything else is a {@link CursorMismatchException}. */
    public static Cursor decode(String text, String... binding) {
        if (text == null || text.isEmpty() || text.length() > MAX_TEXT) {
            throw new CursorMismatchException();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
            boolean ours = in.readByte() == FORMAT && Arrays.equals(in.readNBytes(BINDING_BYTES), digest(binding));
            if (!ours) {
                throw new CursorMismatchException();
            }
            return read(in);
        } catch (IOException | RuntimeException e) {
            throw new CursorMismatchException();
        }
    }

    public long longAt(int index) {
        return at(index, Long.class);
    }

    public String textAt(int index) {
        return at(index, String.class);
    }

    public Instant instantAt(int index) {
        return at(index, Instant.class);
    }

    public LocalDate dateAt(int index) {
        return at(index, LocalDate.class);
    }

    public boolean isNullAt(int index) {
        return index < values.size() && values.get(index) == null;
    }

    private <T> T at(int index, Class<T> type) {
        if (index >= values.size() || !type.isInstance(values.get(index))) {
            throw new CursorMismatchException();
        }
        return type.cast(values.get(index));
    }

    private static Cursor read(DataInputStream in) throws IOException {
        Direction direction = Direction.values()[in.readByte()];
        int count = in.readByte();
        if (count < 0 || count > MAX_VALUES) {
            throw new CursorMismatchException();
        }
        List<Object> values = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            values.add(readValue(in));
        }
        if (in.read() >= 0) {
            throw new CursorMismatchException();
        }
        return new Cursor(direction, values);
    }

    private static void write(DataOutputStream out, Object value) throws IOException {
        if (value == null) {
            out.writeByte('0');
        } else if (value instanceof Long || value instanceof Integer || value instanceof Short) {
            out.writeByte('n');
            out.writeLong(((Number) value).longValue());
        } else if (value instanceof Instant instant) {
            out.writeByte('t');
            out.writeLong(instant.getEpochSecond());
            out.writeInt(instant.getNano());
        } else if (value instanceof LocalDate date) {
            out.writeByte('d');
            out.writeInt((int) date.toEpochDay());
        } else if (value instanceof String text) {
            out.writeByte('s');
            out.writeUTF(text);
        } else {
            throw new IllegalArgumentException("no cursor value: " + value.getClass());
        }
    }

    private static Object readValue(DataInputStream in) throws IOException {
        return switch (in.readByte()) {
            case '0' -> null;
            case 'n' -> in.readLong();
            case 't' -> instant(in.readLong(), in.readInt());
            case 'd' -> LocalDate.ofEpochDay(in.readInt());
            case 's' -> text(in.readUTF());
            default -> throw new CursorMismatchException();
        };
    }

    /** Only what the database can hold as a time and a text: a forged cursor must not become an error of its own. */
    private static Instant instant(long seconds, int nanos) {
        Instant instant = Instant.ofEpochSecond(seconds, nanos);
        if (instant.isBefore(Instant.parse("0001-01-01T00:00:00Z"))
                || instant.isAfter(Instant.parse("9999-12-31T00:00:00Z"))) {
            throw new CursorMismatchException();
        }
        return instant;
    }

    private static String text(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new CursorMismatchException();
        }
        return text;
    }

    private static byte[] digest(String... binding) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : binding) {
                digest.update(String.valueOf(part).getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return Arrays.copyOf(digest.digest(), BINDING_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
