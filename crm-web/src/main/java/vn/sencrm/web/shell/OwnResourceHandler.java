package vn.sencrm.web.shell;

import jakarta.faces.application.Resource;
import jakarta.faces.application.ResourceHandler;
import jakarta.faces.application.ResourceHandlerWrapper;
import jakarta.faces.application.ResourceWrapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;

/**
 * Two services to our style and scripts. Their addresses carry a sum of their content, so that browsers keep them for
 * long and still see a new release at once. And PrimeFaces' own theme is served painted in our tokens, so that each
 * of its components follows light and dark, also those that our stylesheet does not know.
 */
public class OwnResourceHandler extends ResourceHandlerWrapper {

    private static final String OWN = "sen";
    private static final String THEME = "primefaces-saga-blue";

    /** Derived from the files of this release alone, so every server has the same. */
    private final Map<String, String> sums = new ConcurrentHashMap<>();

    private final Map<String, byte[]> painted = new ConcurrentHashMap<>();

    public OwnResourceHandler(ResourceHandler wrapped) {
        super(wrapped);
    }

    @Override
    public Resource createResource(String name, String library) {
        return wrap(super.createResource(name, library), name, library);
    }

    @Override
    public Resource createResource(String name, String library, String contentType) {
        return wrap(super.createResource(name, library, contentType), name, library);
    }

    private Resource wrap(Resource resource, String name, String library) {
        if (resource == null) {
            return null;
        }
        if (THEME.equals(library)) {
            return new PaintedTheme(resource, name);
        }
        return OWN.equals(library) ? new OwnResource(resource, name) : resource;
    }

    private final class OwnResource extends ResourceWrapper {

        private final String name;

        OwnResource(Resource wrapped, String name) {
            super(wrapped);
            this.name = name;
        }

        @Override
        public String getRequestPath() {
            // Not computeIfAbsent: reading a stylesheet asks for the addresses of the fonts that it names.
            String sum = sums.get(name);
            if (sum == null) {
                sum = sum(getWrapped());
                sums.put(name, sum);
            }
            return super.getRequestPath() + "&v=" + sum;
        }
    }

    private final class PaintedTheme extends ResourceWrapper {

        private final String name;

        PaintedTheme(Resource wrapped, String name) {
            super(wrapped);
            this.name = name;
        }

        @Override
        public InputStream getInputStream() throws IOException {
            byte[] css = painted.get(name);
            if (css == null) {
                css = paint(getWrapped());
                painted.put(name, css);
            }
            return new ByteArrayInputStream(css);
        }
    }

    private static byte[] paint(Resource theme) throws IOException {
        try (InputStream css = theme.getInputStream()) {
            String text = new String(css.readAllBytes(), StandardCharsets.UTF_8);
            return ThemePaint.paint(text).getBytes(StandardCharsets.UTF_8);
        }
    }

    private static String sum(Resource resource) {
        CRC32 sum = new CRC32();
        try (InputStream content = resource.getInputStream()) {
            sum.update(content.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Long.toHexString(sum.getValue());
    }
}
