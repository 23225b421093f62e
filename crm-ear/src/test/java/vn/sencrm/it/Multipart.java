package vn.sencrm.it;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A body of several parts, as a form with a file is sent. */
final class Multipart {

    private static final String BOUNDARY = "sen-it-boundary";

    /** The body's content type. */
    static final String TYPE = "multipart/form-data; boundary=" + BOUNDARY;

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    /** @param namesAndValues name, value, name, value … */
    static Multipart of(String... namesAndValues) {
        return new Multipart().and(namesAndValues);
    }

    Multipart and(String... namesAndValues) {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            part("name=\"" + namesAndValues[i] + "\"", namesAndValues[i + 1]);
        }
        return this;
    }

    Multipart file(String name, String fileName, String content) {
        part("name=\"" + name + "\"; filename=\"" + fileName + "\"", content);
        return this;
    }

    private void part(String disposition, String content) {
        write("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + content + "\r\n");
    }

    private void write(String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    byte[] bytes() {
        write("--" + BOUNDARY + "--\r\n");
        return body.toByteArray();
    }
}
