package vn.sencrm.web.shell;

import jakarta.faces.application.Resource;
import jakarta.faces.application.ResourceHandler;
import jakarta.faces.application.ResourceHandlerWrapper;
import jakarta.faces.application.ResourceWrapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Serves PrimeFaces' own theme painted in our tokens, so that each of its components follows light and dark, also
 * those that our stylesheet does not know.
 */
public class ThemeResourceHandler extends ResourceHandlerWrapper {

    private static final String LIBRARY = "primefaces-saga-blue";
    private static final String NAME = "theme.css";

    public ThemeResourceHandler(ResourceHandler wrapped) {
        super(wrapped);
    }

    @Override
    public Resource createResource(String name, String library) {
        return painted(super.createResource(name, library), name, library);
    }

    @Override
    public Resource createResource(String name, String library, String contentType) {
        return painted(super.createResource(name, library, contentType), name, library);
    }

    private static Resource painted(Resource resource, String name, String library) {
        return resource != null && LIBRARY.equals(library) && NAME.equals(name) ? new PaintedTheme(resource) : resource;
    }

    private static final class PaintedTheme extends ResourceWrapper {

        PaintedTheme(Resource wrapped) {
            super(wrapped);
        }

        @Override
        public InputStream getInputStream() throws IOException {
            try (InputStream theme = getWrapped().getInputStream()) {
                String css = new String(theme.readAllBytes(), StandardCharsets.UTF_8);
                return new ByteArrayInputStream(ThemePaint.paint(css).getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
