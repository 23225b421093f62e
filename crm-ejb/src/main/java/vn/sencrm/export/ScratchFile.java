package vn.sencrm.export;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import vn.sencrm.common.TemporaryFiles;

/**
 * A temporary file without a name: written first, read then, and gone when it is closed or the process dies, however it
 * dies.
 */
final class ScratchFile implements Closeable {

    private static final int BUFFER = 1 << 16;

    private final FileChannel channel;

    ScratchFile() throws IOException {
        Path path = TemporaryFiles.create("export");
        try {
            channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } finally {
            Files.delete(path);
        }
    }

    /** Closing it leaves the file open. */
    OutputStream out() {
        return new BufferedOutputStream(new Unclosed(Channels.newOutputStream(channel)), BUFFER);
    }

    /** What was written, from its beginning. */
    InputStream in() throws IOException {
        channel.position(0);
        return Channels.newInputStream(channel);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** Passes everything on but the end. */
    private static final class Unclosed extends java.io.FilterOutputStream {

        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int start, int length) throws IOException {
            out.write(bytes, start, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
