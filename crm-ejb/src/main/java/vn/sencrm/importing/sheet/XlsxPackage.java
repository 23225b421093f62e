package vn.sencrm.importing.sheet;

import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/**
 * The archive of a workbook. What is unpacked is counted while it is read, whatever the archive says of itself: a part
 * may be at most 250 times its packed size beyond the first 16 MB, and 4 GB in all; one tag or text 16 MB. XML is read
 * without DTDs and external entities, at most 256 elements deep.
 */
final class XlsxPackage implements Closeable {

    private static final int MAX_ENTRIES = 10_000;
    private static final long FREE_BYTES = 16L << 20;
    private static final long MAX_RATIO = 250;
    private static final int MAX_DEPTH = 256;
    private static final long MAX_BYTES = 4L << 30;

    private static final XMLInputFactory XML = factory();

    private final ZipFile zip;

    XlsxPackage(Path file) {
        try {
            zip = new ZipFile(file.toFile());
        } catch (IOException e) {
            throw new UnreadableFileException(e, UnreadableFileException.NOT_A_WORKBOOK);
        }
        if (zip.size() > MAX_ENTRIES) {
            close();
            throw new UnreadableFileException(UnreadableFileException.ZIP_BOMB);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    /**
     * Where the relations of a part lead to: by their ids to sheets of cells, and by their type to what a workbook has
     * one of ("styles", "sharedStrings"); to nothing where it has none.
     *
     * @param part empty for the whole package
     */
    Map<String, String> relations(String part) throws XMLStreamException {
        Map<String, String> paths = new HashMap<>();
        String folder = part.substring(0, part.lastIndexOf('/') + 1);
        String relations = folder + "_rels/" + part.substring(folder.length()) + ".rels";
        if (!has(relations)) {
            return paths;
        }
        XMLStreamReader xml = read(relations);
        while (xml.hasNext()) {
            if (XlsxReader.next(xml) == START_ELEMENT && "Relationship".equals(xml.getLocalName())) {
                String type = xml.getAttributeValue(null, "Type");
                String target = xml.getAttributeValue(null, "Target");
                if (type == null || target == null) {
                    continue;
                }
                String kind = type.substring(type.lastIndexOf('/') + 1);
                String path = path(folder, target);
                paths.put(kind, path);
                if ("worksheet".equals(kind)) {
                    paths.put(xml.getAttributeValue(null, "Id"), path);
                }
            }
        }
        xml.close();
        return paths;
    }

    private static String path(String folder, String target) {
        String plain = target.replace('\\', '/');
        Deque<String> way = new ArrayDeque<>();
        for (String step : (plain.startsWith("/") ? plain : folder + plain).split("/")) {
            if ("..".equals(step)) {
                way.pollLast();
            } else if (!step.isEmpty() && !".".equals(step)) {
                way.add(step);
            }
        }
        return String.join("/", way);
    }

    boolean has(String part) {
        return part != null && entry(part) != null;
    }

    /** Upper and lower case are one in the names of parts, and some programs write backslashes. */
    private ZipEntry entry(String part) {
        ZipEntry exact = zip.getEntry(part);
        return exact != null
                ? exact
                : zip.stream()
                        .filter(entry -> part.equalsIgnoreCase(entry.getName().replace('\\', '/')))
                        .findFirst()
                        .orElse(null);
    }

    /** The part as XML. */
    XMLStreamReader read(String part) throws XMLStreamException {
        ZipEntry entry = entry(part);
        if (entry == null) {
            throw new UnreadableFileException(UnreadableFileException.NOT_A_WORKBOOK);
        }
        try {
            long packed = Math.max(entry.getCompressedSize(), 0);
            long limit = Math.min(MAX_BYTES, FREE_BYTES + packed * MAX_RATIO);
            Counted bytes = new Counted(zip.getInputStream(entry), limit);
            return new Bounded(XML.createXMLStreamReader(bytes), bytes);
        } catch (IOException e) {
            throw new UnreadableFileException(e, UnreadableFileException.NOT_A_WORKBOOK);
        }
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UnreadableFileException(e, UnreadableFileException.NOT_A_WORKBOOK);
        }
    }

    /** Ends the reading of what is too much for the memory: elements without end, names and attributes without end. */
    private static final class Bounded extends StreamReaderDelegate {

        private final Counted bytes;
        private int depth;

        Bounded(XMLStreamReader xml, Counted bytes) {
            super(xml);
            this.bytes = bytes;
        }

        @Override
        public int next() throws XMLStreamException {
            bytes.renew();
            int event = super.next();
            if (event == START_ELEMENT) {
                depth++;
                if (depth > MAX_DEPTH) {
                    throw new UnreadableFileException(UnreadableFileException.NOT_A_WORKBOOK);
                }
            } else if (event == END_ELEMENT) {
                depth--;
            }
            return event;
        }
    }

    /** Ends the reading of a part that unpacks beyond its limit. */
    private static final class Counted extends FilterInputStream {

        private long left;
        private long leftOfEvent = FREE_BYTES;

        Counted(InputStream in, long limit) {
            super(in);
            left = limit;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = super.read(buffer, offset, length);
            count(Math.max(n, 0));
            return n;
        }

        /** What is read next counts for itself. */
        void renew() {
            leftOfEvent = FREE_BYTES;
        }

        private void count(int n) {
            left -= n;
            leftOfEvent -= n;
            if (left < 0 || leftOfEvent < 0) {
                throw new UnreadableFileException(UnreadableFileException.ZIP_BOMB);
            }
        }
    }
}
