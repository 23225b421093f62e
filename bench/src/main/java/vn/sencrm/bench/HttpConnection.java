package vn.sencrm.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One connection, kept open over many requests, as one user has it: a thin HTTP/1.1 client that takes next to no
 * processor from the server which it measures on the same machine. Remembers cookies, follows nothing.
 */
final class HttpConnection implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 120_000;

    private final URI base;
    private final Map<String, String> headers = new HashMap<>();
    private final Map<String, String> cookies = new HashMap<>();
    private Socket socket;
    private InputStream in;
    private OutputStream out;

    record Answer(int status, Map<String, String> headers, byte[] body) {
        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        /** @throws IllegalStateException for another status than this */
        Answer expect(int expected) {
            if (status != expected) {
                String start = text().substring(0, Math.min(400, text().length()));
                throw new IllegalStateException("The server answered " + status + ", not " + expected + ": " + start);
            }
            return this;
        }
    }

    HttpConnection(URI base) {
        this.base = base;
    }

    HttpConnection header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    Answer get(String path) throws IOException {
        return request("GET", path, null, new byte[0]);
    }

    Answer post(String path, String contentType, byte[] body) throws IOException {
        return request("POST", path, contentType, body);
    }

    private Answer request(String method, String path, String contentType, byte[] body) throws IOException {
        boolean fresh = socket == null;
        try {
            return exchange(method, path, contentType, body);
        } catch (IOException e) {
            close();
            // The server may have closed a connection that it had kept open.
            if (fresh || !"GET".equals(method)) {
                throw e;
            }
            return exchange(method, path, contentType, body);
        }
    }

    private Answer exchange(String method, String path, String contentType, byte[] body) throws IOException {
        open();
        StringBuilder head = new StringBuilder(256)
                .append(method + " " + path + " HTTP/1.1\r\nHost: " + base.getHost() + ":" + base.getPort() + "\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        if (!cookies.isEmpty()) {
            head.append("Cookie: ");
            cookies.forEach(
                    (name, value) -> head.append(name).append('=').append(value).append("; "));
            head.setLength(head.length() - 2);
            head.append("\r\n");
        }
        if (contentType != null) {
            head.append("Content-Type: " + contentType + "\r\n");
        }
        if (contentType != null || body.length > 0) {
            head.append("Content-Length: " + body.length + "\r\n");
        }
        out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        out.write(body);
        out.flush();
        return answer();
    }

    private void open() throws IOException {
        if (socket == null) {
            socket = new Socket(base.getHost(), base.getPort());
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
            out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16);
        }
    }

    private Answer answer() throws IOException {
        String[] status = line().split(" ", 3);
        Map<String, String> received = new HashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
            String value = line.substring(colon + 1).strip();
            received.put(name, value);
            if (name.equals("set-cookie")) {
                String[] cookie = value.split(";", 2)[0].split("=", 2);
                cookies.put(cookie[0], cookie[1]);
            }
        }
        byte[] body = "chunked".equalsIgnoreCase(received.get("transfer-encoding"))
                ? chunks()
                : read(Integer.parseInt(received.getOrDefault("content-length", "0")));
        if ("close".equalsIgnoreCase(received.get("connection"))) {
            close();
        }
        return new Answer(Integer.parseInt(status[1]), received, body);
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream(1 << 15);
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            body.write(read(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private byte[] read(int size) throws IOException {
        byte[] bytes = in.readNBytes(size);
        if (bytes.length < size) {
            throw new EOFException("The answer ended early");
        }
        return bytes;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("The server closed the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
