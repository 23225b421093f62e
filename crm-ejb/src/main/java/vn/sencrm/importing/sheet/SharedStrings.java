package vn.sencrm.importing.sheet;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import vn.sencrm.common.TemporaryFiles;

/**
 * The texts that a workbook's cells point to, read when they are first asked for. The first thousand (headers are among
 * them) are kept; all others lie in two temporary files read through the page cache, texts and their ends, so that a
 * workbook of a million different texts costs no more heap than one of ten.
 */
final class SharedStrings implements Closeable {

    private static final int MAX_TEXTS_BYTES = 1 << 30;
    private static final int KEPT = 1000;
    private static final int RECENT = 4096;
    private static final int LONGEST_RECENT = 1000;

    private final XMLStreamReader xml;
    private final StringBuilder text = new StringBuilder();
    private final List<String> kept = new ArrayList<>(KEPT);
    private MappedByteBuffer texts;
    private MappedByteBuffer ends;
    private int count;
    /** Texts are often repeated near each other (a status, a province): the last ones seen, by number. */
    private final String[] recent = new String[RECENT];

    private final int[] recentNumbers = new int[RECENT];

    SharedStrings(XMLStreamReader xml) {
        this.xml = xml;
    }

    String get(int number) throws XMLStreamException {
        while (number >= kept.size() && kept.size() < KEPT) {
            if (!readNext()) {
                throw new UnreadableFileException(UnreadableFileException.NOT_A_WORKBOOK);
            }
            kept.add(text.toString());
        }
        return number < KEPT ? kept.get(number) : getStored(number - KEPT);
    }

    private boolean readNext() throws XMLStreamException {
        while (xml.hasNext()) {
            if (XlsxReader.next(xml) == XMLStreamConstants.START_ELEMENT && "si".equals(xml.getLocalName())) {
                XlsxText.readRich(xml, "si", text);
                return true;
            }
        }
        return false;
    }

    private String getStored(int number) throws XMLStreamException {
        if (texts == null) {
            store();
        }
        if (number >= count) {
            throw new UnreadableFileException(UnreadableFileException.NOT_A_WORKBOOK);
        }
        int slot = number & RECENT - 1;
        if (recent[slot] != null && recentNumbers[slot] == number) {
            return recent[slot];
        }
        String read = read(number);
        if (read.length() <= LONGEST_RECENT) {
            recent[slot] = read;
            recentNumbers[slot] = number;
        }
        return read;
    }

    private void store() throws XMLStreamException {
        try {
            Path textsFile = TemporaryFiles.create("texts");
            Path endsFile = TemporaryFiles.create("ends");
            try {
                write(textsFile, endsFile);
                texts = map(textsFile);
                ends = map(endsFile);
            } finally {
                // A file without a name stays readable while it is mapped, and is gone with the process.
                Files.deleteIfExists(textsFile);
                Files.deleteIfExists(endsFile);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Path textsFile, Path endsFile) throws IOException, XMLStreamException {
        int end = 0;
        try (OutputStream textsOut = new BufferedOutputStream(Files.newOutputStream(textsFile), 1 << 16);
                DataOutputStream endsOut =
                        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(endsFile), 1 << 16))) {
            while (readNext()) {
                byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
                textsOut.write(bytes);
                end += bytes.length;
                endsOut.writeInt(end);
                count++;
                if (end > MAX_TEXTS_BYTES) {
                    throw new UnreadableFileException(UnreadableFileException.ZIP_BOMB);
                }
            }
        }
    }

    private static MappedByteBuffer map(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
        }
    }

    private String read(int number) {
        int start = number == 0 ? 0 : ends.getInt((number - 1) * Integer.BYTES);
        byte[] bytes = new byte[ends.getInt(number * Integer.BYTES) - start];
        texts.get(start, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        try {
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }
}
