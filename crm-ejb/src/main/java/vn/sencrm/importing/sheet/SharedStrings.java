package vn.sencrm.importing.sheet;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The texts that a workbook's cells point to. They lie in two temporary files read through the page cache, texts and
 * their ends, so that a workbook of a million different texts costs no more heap than one of ten.
 */
final class SharedStrings implements Closeable {

    private static final int MAX_TEXTS_BYTES = 1 << 30;
    private static final int RECENT = 4096;

    private final Path textsFile;
    private final Path endsFile;
    private final MappedByteBuffer texts;
    private final MappedByteBuffer ends;
    private final int count;
    /** Texts are often repeated near each other (a status, a province): the last ones seen, by number. */
    private final String[] recent = new String[RECENT];

    private final int[] recentNumbers = new int[RECENT];

    SharedStrings(XMLStreamReader xml) throws XMLStreamException {
        try {
            textsFile = Files.createTempFile("crm-texts", null);
            endsFile = Files.createTempFile("crm-ends", null);
            count = write(xml);
            texts = map(textsFile);
            ends = map(endsFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int write(XMLStreamReader xml) throws IOException, XMLStreamException {
        int n = 0;
        int end = 0;
        StringBuilder text = new StringBuilder();
        try (BufferedOutputStream textsOut = new BufferedOutputStream(Files.newOutputStream(textsFile), 1 << 16);
                DataOutputStream endsOut =
                        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(endsFile), 1 << 16))) {
            while (xml.hasNext()) {
                if (XlsxReader.next(xml) == XMLStreamConstants.START_ELEMENT && "si".equals(xml.getLocalName())) {
                    XlsxReader.readRichText(xml, "si", text);
                    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
                    textsOut.write(bytes);
                    end += bytes.length;
                    endsOut.writeInt(end);
                    n++;
                    refuseTooMuch(end);
                }
            }
        } finally {
            xml.close();
        }
        return n;
    }

    private static void refuseTooMuch(int bytes) {
        if (bytes > MAX_TEXTS_BYTES) {
            throw new UnreadableFileException(UnreadableFileException.ZIP_BOMB);
        }
    }

    /** An unlinked file stays readable while it is mapped, and is gone with the process whatever happens. */
    private static MappedByteBuffer map(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
        } finally {
            Files.deleteIfExists(file);
        }
    }

    String get(int number) {
        if (number < 0 || number >= count) {
            throw new UnreadableFileException(UnreadableFileException.NOT_A_WORKBOOK);
        }
        int slot = number & RECENT - 1;
        if (recent[slot] == null || recentNumbers[slot] != number) {
            recent[slot] = read(number);
            recentNumbers[slot] = number;
        }
        return recent[slot];
    }

    private String read(int number) {
        int start = number == 0 ? 0 : ends.getInt((number - 1) * Integer.BYTES);
        byte[] bytes = new byte[ends.getInt(number * Integer.BYTES) - start];
        texts.get(start, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(textsFile);
        Files.deleteIfExists(endsFile);
    }
}
